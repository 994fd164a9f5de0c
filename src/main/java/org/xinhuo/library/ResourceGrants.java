package org.xinhuo.library;

import java.sql.Timestamp;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;

/** To whom resources were forwarded. */
@Component
@Transactional
class ResourceGrants {

    private final JdbcClient jdbc;
    private final CompanyTime time;

    ResourceGrants(JdbcClient jdbc, CompanyTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /**
     * Gives access; never takes any away that was given before.
     *
     * @param upToVersion the newest version to be had, or null where later ones are too
     */
    void give(String resourceId, String employeeId, String grantedBy, @Nullable Integer upToVersion) {
        jdbc.sql("insert into resource_grant (resource_id, employee_id, granted_by, granted_at, up_to_version)"
                        + " values (:resource, :employee, :by, :now, :upTo)"
                        + " on conflict (resource_id, employee_id) do update set up_to_version ="
                        + " case when resource_grant.up_to_version is null or excluded.up_to_version is null then null"
                        + " else greatest(resource_grant.up_to_version, excluded.up_to_version) end")
                .param("resource", resourceId)
                .param("employee", employeeId)
                .param("by", grantedBy)
                .param("upTo", upToVersion, java.sql.Types.INTEGER)
                .param("now", Timestamp.from(time.now()))
                .update();
    }

    /** Who may have later versions too. */
    @Transactional(readOnly = true)
    public Set<String> openFor(String resourceId) {
        return jdbc.sql("select employee_id from resource_grant"
                        + " where resource_id = :resource and up_to_version is null")
                .param("resource", resourceId)
                .query(String.class)
                .set();
    }
}
