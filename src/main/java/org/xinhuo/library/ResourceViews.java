package org.xinhuo.library;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;

/** Who has seen a resource, and who has reused it. The owner's own looks do not count. */
@Component
@Transactional
class ResourceViews {

    /** How somebody saw a version. */
    enum Kind {
        OPENED,
        DOWNLOADED
    }

    /** What counts as reuse. */
    enum Reuse {
        DOWNLOADED,
        FORWARDED
    }

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final CompanyTime time;

    ResourceViews(JdbcClient jdbc, ApplicationEventPublisher events, CompanyTime time) {
        this.events = events;
        this.jdbc = jdbc;
        this.time = time;
    }

    void seen(Resource resource, int version, String personId, Kind kind) {
        if (resource.isOwner(personId)) {
            return;
        }
        jdbc.sql("insert into resource_view (resource_id, number, employee_id, kind, first_at, last_at)"
                        + " values (:resource, :number, :employee, :kind, :now, :now)"
                        + " on conflict (resource_id, employee_id, number, kind) do update"
                        + " set last_at = excluded.last_at, times = resource_view.times + 1")
                .param("resource", resource.id())
                .param("number", version)
                .param("employee", personId)
                .param("kind", kind.name())
                .param("now", Timestamp.from(time.now()))
                .update();
    }

    /** An owner's own reading is never kept, so it counts as kept. */
    boolean isDownloaded(Resource resource, int version, String personId) {
        return resource.isOwner(personId)
                || jdbc.sql("select exists (select 1 from resource_view where resource_id = :resource"
                                + " and number = :number and employee_id = :employee and kind = 'DOWNLOADED')")
                        .param("resource", resource.id())
                        .param("number", version)
                        .param("employee", personId)
                        .query(Boolean.class)
                        .single();
    }

    /** Kept and told once a person: the first time is the reuse, and the owner's own is none. */
    void reused(Resource resource, String personId, Reuse kind) {
        if (resource.isOwner(personId)) {
            return;
        }
        Instant now = time.now();
        int first = jdbc.sql("insert into resource_reuse (resource_id, employee_id, kind, reused_at)"
                        + " values (:resource, :employee, :kind, :now) on conflict do nothing")
                .param("resource", resource.id())
                .param("employee", personId)
                .param("kind", kind.name())
                .param("now", Timestamp.from(now))
                .update();
        if (first == 1) {
            events.publishEvent(new ResourceReused(
                    resource.id(), resource.ownerId(), resource.circle(), personId, kind == Reuse.FORWARDED, now));
        }
    }

    /** Kept as it was given; whoever then looks, looks with it until the end of the company's day. */
    void reasonGiven(String resourceId, String personId, String reason) {
        jdbc.sql("insert into inspection_reason (resource_id, employee_id, reason, given_at)"
                        + " values (:resource, :employee, :reason, :now)")
                .param("resource", resourceId)
                .param("employee", personId)
                .param("reason", reason)
                .param("now", Timestamp.from(time.now()))
                .update();
    }

    @Transactional(readOnly = true)
    public Optional<String> reasonOfToday(String resourceId, String personId) {
        return jdbc.sql("select reason from inspection_reason where resource_id = :resource and employee_id = :employee"
                        + " and given_at >= :today order by id desc limit 1")
                .param("resource", resourceId)
                .param("employee", personId)
                .param("today", Timestamp.from(time.startOf(time.today())))
                .query(String.class)
                .optional();
    }

    void inspected(String resourceId, int version, String personId, String reason) {
        jdbc.sql("insert into resource_inspection (resource_id, number, employee_id, reason, inspected_at)"
                        + " values (:resource, :number, :employee, :reason, :now)")
                .param("resource", resourceId)
                .param("number", version)
                .param("employee", personId)
                .param("reason", reason)
                .param("now", Timestamp.from(time.now()))
                .update();
    }

    /** The latest first. */
    @Transactional(readOnly = true)
    public List<ResourceView> of(String resourceId) {
        return jdbc.sql("select employee_id, number, lower(kind) as kind, first_at, last_at, times, null as reason"
                        + " from resource_view where resource_id = :resource"
                        + " union all select employee_id, number, 'inspected', inspected_at, inspected_at, 1, reason"
                        + " from resource_inspection where resource_id = :resource"
                        + " order by last_at desc, employee_id, number")
                .param("resource", resourceId)
                .query((row, number) -> new ResourceView(
                        row.getString("employee_id"),
                        row.getInt("number"),
                        row.getString("kind"),
                        row.getTimestamp("first_at").toInstant(),
                        row.getTimestamp("last_at").toInstant(),
                        row.getInt("times"),
                        row.getString("reason")))
                .list();
    }
}
