package org.xinhuo.people;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/** Somebody who mentors: how many at once, and in which style. */
@Entity
public class Mentor {

    @Id
    private String employeeId;

    private int capacity;

    private String style;

    private @Nullable String introduction;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected Mentor() {}

    public String employeeId() {
        return employeeId;
    }

    /** How many mentees at once; 0 rests. */
    public int capacity() {
        return capacity;
    }

    /** questioning, demonstrating, logical, supportive or directive. */
    public String style() {
        return style;
    }

    public @Nullable String introduction() {
        return introduction;
    }
}
