package org.xinhuo.library;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which resources a mentorship has. */
@Component
public class SharedResources {

    private final JdbcClient jdbc;

    SharedResources(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Shared in this mentorship and not withdrawn; by either side and whatever its versions.
     *
     * @param since the first instant that counts
     * @param until the first instant that counts no more
     */
    @Transactional(readOnly = true)
    public int count(String mentorshipId, Instant since, Instant until) {
        return jdbc.sql("select count(*) from resource where mentorship_id = :id and withdrawn_at is null"
                        + " and created_at >= :since and created_at < :until")
                .param("id", mentorshipId)
                .param("since", Timestamp.from(since))
                .param("until", Timestamp.from(until))
                .query(Integer.class)
                .single();
    }

    /** Those of these resources that belong to this mentorship's own library, withdrawn ones too. */
    @Transactional(readOnly = true)
    public Set<String> among(Set<String> resourceIds, String mentorshipId) {
        if (resourceIds.isEmpty()) {
            return Set.of();
        }
        return Set.copyOf(jdbc.sql("select id from resource where mentorship_id = :mentorship and id in (:ids)")
                .param("mentorship", mentorshipId)
                .param("ids", resourceIds)
                .query(String.class)
                .list());
    }
}
