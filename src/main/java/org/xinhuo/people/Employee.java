package org.xinhuo.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A person of the company. The id is the company's own and the login name. */
@Entity
public class Employee {

    @Id
    private String id;

    private String name;

    private @Nullable String email;

    private String department;

    private String job;

    private @Nullable String managerId;

    private LocalDate hiredOn;

    private String locale;

    private String timeZone;

    private String region;

    private @Nullable String preferredStyle;

    private @Nullable String learnerType;

    @Column(name = "left_on")
    private @Nullable LocalDate leftOn;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected Employee() {}

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    public @Nullable String email() {
        return email;
    }

    public String department() {
        return department;
    }

    public String job() {
        return job;
    }

    public @Nullable String managerId() {
        return managerId;
    }

    public LocalDate hiredOn() {
        return hiredOn;
    }

    public Locale locale() {
        return Locale.forLanguageTag(locale);
    }

    public ZoneId timeZone() {
        return ZoneId.of(timeZone);
    }

    /** Region code, an input of the regional decision tables, such as {@code CN}. */
    public String region() {
        return region;
    }

    /** The mentor's style that this person learns best with, or null where there is no preference. */
    public @Nullable String preferredStyle() {
        return preferredStyle;
    }

    public @Nullable String learnerType() {
        return learnerType;
    }

    /** The first day on which the person no longer works here; null while nobody has announced a departure. */
    public @Nullable LocalDate leftOn() {
        return leftOn;
    }

    /** Has not left by that day; may not have been hired yet. */
    public boolean isActiveOn(LocalDate day) {
        return leftOn == null || leftOn.isAfter(day);
    }
}
