package org.xinhuo.library;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How often resources were reused, as the contract counts it: distinct (employee, resource), not by the owner. */
@Component
@Transactional(readOnly = true)
public class Reuses {

    private final JdbcClient jdbc;

    Reuses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who ever downloaded or forwarded one of these resources, once a person and resource. */
    public int distinct(Collection<String> resourceIds) {
        return distinct(resourceIds, Instant.EPOCH, Instant.parse("9999-01-01T00:00:00Z"));
    }

    /** The same, of those who did so for the first time from {@code from} on and before {@code until}. */
    public int distinct(Collection<String> resourceIds, Instant from, Instant until) {
        return jdbc.sql("select count(*) from resource_reuse u join resource r on r.id = u.resource_id"
                        + " where u.resource_id = any(:ids) and u.employee_id <> r.owner_id"
                        + " and u.reused_at >= :from and u.reused_at < :until")
                .param("ids", resourceIds.toArray(String[]::new))
                .param("from", Timestamp.from(from))
                .param("until", Timestamp.from(until))
                .query(Integer.class)
                .single();
    }
}
