package org.xinhuo.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** Somebody who gives internal lectures, in a group with its own weights and targets. */
@Entity
public class Lecturer {

    @Id
    private String employeeId;

    @Column(name = "lecturer_group")
    private String group;

    private LocalDate since;

    private String topics;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected Lecturer() {}

    public String employeeId() {
        return employeeId;
    }

    /** The group that decides weights and targets, such as {@code default} or {@code sales}. */
    public String group() {
        return group;
    }

    public LocalDate since() {
        return since;
    }

    public List<String> topics() {
        return Arrays.stream(topics.split(";"))
                .map(String::strip)
                .filter(topic -> !topic.isEmpty())
                .toList();
    }
}
