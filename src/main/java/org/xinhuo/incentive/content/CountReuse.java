package org.xinhuo.incentive.content;

import java.sql.Timestamp;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.library.ResourceReused;

/**
 * Keeps who has reused which file of a share, in the transaction of the download or forward. The lecturer's own do not
 * count, neither by who brought the file in nor by who has taken the share over.
 */
@Component
class CountReuse {

    private final JdbcClient jdbc;

    CountReuse(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    @Transactional
    public void on(ResourceReused reused) {
        String circle = reused.circle();
        if (circle == null || !circle.startsWith(ContentAccess.SHARE)) {
            return;
        }
        jdbc.sql("insert into share_reuse (resource_id, employee_id, share_id, kind, reused_at)"
                        + " select :resource, :employee, id, :kind, :at from share"
                        + " where id = :share and lecturer_id <> :employee on conflict do nothing")
                .param("resource", reused.resourceId())
                .param("employee", reused.employeeId())
                .param("kind", reused.forwarded() ? "FORWARDED" : "DOWNLOADED")
                .param("at", Timestamp.from(reused.at()))
                .param("share", circle.substring(ContentAccess.SHARE.length()))
                .update();
    }
}
