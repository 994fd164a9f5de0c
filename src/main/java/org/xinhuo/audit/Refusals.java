package org.xinhuo.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;

/**
 * Everything that anybody was refused. The same again within an hour is counted, a flood is one row. What the tables of
 * rights name is never part of a flood: of that there is no more than there are actions, mentorships, files and tasks.
 */
@Component
class Refusals {

    /** More different refusals of one person in an hour than anybody meets by mistake. */
    static final int DIFFERENT_AN_HOUR = 200;

    /** The action of the row that counts what goes beyond. */
    static final String FLOOD = "flood";

    /** How the reason begins where a table of rights said no, always about something that is there. */
    private static final String BY_RIGHTS = "rights.refused.";

    /** How the action begins where it was asked of a task; the codes are those of the table of rights. */
    private static final String OF_TASKS = "task.";

    private final JdbcClient jdbc;
    private final CompanyTime time;

    Refusals(JdbcClient jdbc, CompanyTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** One thing that somebody was refused, and how often between two instants. */
    record Row(
            String person,
            String channel,
            String action,
            String reason,
            String businessKey,
            @Nullable String task,
            String resourceId,
            int times,
            Instant firstAt,
            Instant lastAt) {}

    @Transactional
    public void add(String person, String channel, String action, String reason, RefusedSubjects.Subject subject) {
        boolean ofATask = action.startsWith(OF_TASKS)
                && subject.exists()
                && !subject.taskId().isEmpty();
        int most = ofATask || reason.startsWith(BY_RIGHTS) ? Integer.MAX_VALUE : DIFFERENT_AN_HOUR;
        if (!write(person, channel, action, reason, subject, most)) {
            write(
                    person,
                    channel,
                    FLOOD,
                    "base.forbidden",
                    new RefusedSubjects.Subject("", "", null, false),
                    Integer.MAX_VALUE);
        }
    }

    /** The newest refusals about a business key, the newest last. */
    @Transactional(readOnly = true)
    public List<Row> of(String businessKey, int most) {
        return jdbc.sql("select * from (select * from refusal where business_key = :key"
                        + " order by last_at desc, id desc limit :most) newest order by last_at, id")
                .param("key", businessKey)
                .param("most", most)
                .query(Refusals::row)
                .list();
    }

    /**
     * All refusals, the newest first.
     *
     * @param person whose; empty for everybody's
     */
    @Transactional(readOnly = true)
    public List<Row> newest(String person, int offset, int most) {
        return jdbc.sql("select * from refusal" + (person.isEmpty() ? "" : " where person_id = :person")
                        + " order by last_at desc, id desc limit :most offset :offset")
                .param("person", person)
                .param("most", most)
                .param("offset", offset)
                .query(Refusals::row)
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getString("person_id"),
                row.getString("channel"),
                row.getString("action"),
                row.getString("reason"),
                row.getString("business_key"),
                row.getString("task"),
                row.getString("resource_id"),
                row.getInt("times"),
                row.getTimestamp("first_at").toInstant(),
                row.getTimestamp("last_at").toInstant());
    }

    /** @return false where this would be one more different refusal than {@code most} */
    private boolean write(
            String person, String channel, String action, String reason, RefusedSubjects.Subject subject, int most) {
        Instant now = time.now();
        return jdbc.sql("""
                        insert into refusal (person_id, hour, channel, action, reason, business_key, task_id, task,
                            resource_id, times, first_at, last_at)
                        select :person, :hour, :channel, :action, :reason, :key, :taskId, :task, :resource, 1, :now, :now
                        where (select count(*) from refusal where person_id = :person and hour = :hour) < :most
                            or exists (select 1 from refusal where person_id = :person and hour = :hour
                                and channel = :channel and action = :action and reason = :reason
                                and business_key = :key and task_id = :taskId and resource_id = :resource)
                        on conflict (person_id, hour, channel, action, reason, business_key, task_id, resource_id)
                        do update set times = refusal.times + 1,
                            last_at = greatest(refusal.last_at, excluded.last_at)
                        """)
                        .param("person", person)
                        .param("hour", Timestamp.from(now.truncatedTo(ChronoUnit.HOURS)))
                        .param("channel", channel)
                        .param("action", action)
                        .param("reason", reason)
                        .param("key", subject.businessKey())
                        .param("taskId", subject.taskId())
                        .param("task", subject.task())
                        .param("resource", subject.resourceId())
                        .param("now", Timestamp.from(now))
                        .param("most", most)
                        .update()
                > 0;
    }
}
