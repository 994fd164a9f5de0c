package org.xinhuo.library;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How many resources a mentorship has. */
@Component
public class SharedResources {

    private final JdbcClient jdbc;

    SharedResources(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Shared in this mentorship and not withdrawn; by either side and whatever its versions. */
    @Transactional(readOnly = true)
    public int count(String mentorshipId) {
        return jdbc.sql("select count(*) from resource where mentorship_id = :id and withdrawn_at is null")
                .param("id", mentorshipId)
                .query(Integer.class)
                .single();
    }
}
