package org.xinhuo.library;

import java.sql.Timestamp;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
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

    /** Gives every version, and later ones too; never takes any away that was given before. */
    void giveAll(String resourceId, String employeeId, String grantedBy) {
        give(resourceId, employeeId, grantedBy, "{[1,)}");
    }

    /** Gives these versions and no others; never takes any away that were given before. */
    void give(String resourceId, String employeeId, String grantedBy, Collection<Integer> versions) {
        give(
                resourceId,
                employeeId,
                grantedBy,
                versions.stream()
                        .map(number -> "[" + number + "," + number + "]")
                        .collect(Collectors.joining(",", "{", "}")));
    }

    private void give(String resourceId, String employeeId, String grantedBy, String versions) {
        jdbc.sql("insert into resource_grant (resource_id, employee_id, granted_by, granted_at, versions)"
                        + " values (:resource, :employee, :by, :now, cast(:versions as int4multirange))"
                        + " on conflict (resource_id, employee_id)"
                        + " do update set versions = resource_grant.versions + excluded.versions")
                .param("resource", resourceId)
                .param("employee", employeeId)
                .param("by", grantedBy)
                .param("versions", versions)
                .param("now", Timestamp.from(time.now()))
                .update();
    }

    @Transactional(readOnly = true)
    public boolean isGiven(String resourceId, String employeeId) {
        return jdbc.sql("select exists (select 1 from resource_grant"
                        + " where resource_id = :resource and employee_id = :employee)")
                .param("resource", resourceId)
                .param("employee", employeeId)
                .query(Boolean.class)
                .single();
    }

    /** Who may have later versions too. */
    @Transactional(readOnly = true)
    public Set<String> openFor(String resourceId) {
        return jdbc.sql("select employee_id from resource_grant"
                        + " where resource_id = :resource and upper_inf(versions)")
                .param("resource", resourceId)
                .query(String.class)
                .set();
    }
}
