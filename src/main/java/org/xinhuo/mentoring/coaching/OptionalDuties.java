package org.xinhuo.mentoring.coaching;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;

/** What mentors did beyond what they owe. */
@Component
@Transactional
public class OptionalDuties {

    private static final String OF_MENTORSHIP =
            " join coaching_case c on c.id = o.coaching_id where c.mentorship_id = :mentorship"
                    + " and (c.ended_at is null or c.ended_at > :visible) order by o.id";

    private final JdbcClient jdbc;
    private final CompanyTime time;

    OptionalDuties(JdbcClient jdbc, CompanyTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    long recommend(
            CoachingCase coaching,
            String personId,
            String title,
            @Nullable String link,
            @Nullable String resourceId,
            String reason,
            @Nullable String competency) {
        return jdbc.sql("insert into resource_recommendation (coaching_id, title, link, resource_id, reason,"
                        + " competency, given_by, given_at) values (:coaching, :title, :link, :resource, :reason,"
                        + " :competency, :by, :now) returning id")
                .param("coaching", coaching.id())
                .param("title", title)
                .param("link", link)
                .param("resource", resourceId)
                .param("reason", reason)
                .param("competency", competency)
                .param("by", personId)
                .param("now", Timestamp.from(time.now()))
                .query(Long.class)
                .single();
    }

    long connect(CoachingCase coaching, String personId, String department, String contactId, String purpose) {
        return jdbc.sql("insert into department_connection (coaching_id, department, contact_id, purpose, given_by,"
                        + " given_at) values (:coaching, :department, :contact, :purpose, :by, :now) returning id")
                .param("coaching", coaching.id())
                .param("department", department)
                .param("contact", contactId)
                .param("purpose", purpose)
                .param("by", personId)
                .param("now", Timestamp.from(time.now()))
                .query(Long.class)
                .single();
    }

    /**
     * All recommendations of a mentorship, the oldest first.
     *
     * @param visibleFrom from when on the reader sees what was done; coachings that were over by then are left out
     * @param words whether the reader sees why, in the mentor's words
     */
    @Transactional(readOnly = true)
    public List<OptionalDuty.Resource> resources(String mentorshipId, Instant visibleFrom, boolean words) {
        return jdbc.sql("select o.* from resource_recommendation o" + OF_MENTORSHIP)
                .param("mentorship", mentorshipId)
                .param("visible", Timestamp.from(visibleFrom))
                .query((row, number) -> new OptionalDuty.Resource(
                        row.getLong("id"),
                        row.getString("title"),
                        row.getString("link"),
                        row.getString("resource_id"),
                        words ? row.getString("reason") : null,
                        row.getString("competency"),
                        row.getTimestamp("given_at").toInstant()))
                .list();
    }

    /**
     * All connections of a mentorship, the oldest first.
     *
     * @param visibleFrom from when on the reader sees what was done; coachings that were over by then are left out
     * @param words whether the reader sees why, in the mentor's words
     */
    @Transactional(readOnly = true)
    public List<OptionalDuty.Connection> connections(String mentorshipId, Instant visibleFrom, boolean words) {
        return jdbc.sql("select o.* from department_connection o" + OF_MENTORSHIP)
                .param("mentorship", mentorshipId)
                .param("visible", Timestamp.from(visibleFrom))
                .query((row, number) -> new OptionalDuty.Connection(
                        row.getLong("id"),
                        row.getString("department"),
                        row.getString("contact_id"),
                        words ? row.getString("purpose") : null,
                        row.getTimestamp("given_at").toInstant()))
                .list();
    }
}
