package org.xinhuo.incentive.conversion;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.Refusal;
import org.xinhuo.incentive.conversion.ApplicationCase.State;

/** All cases with their versions. What was answered stays as it is; the database sees to it. */
@Repository
@Transactional
public class ApplicationCases {

    private static final String SELECT =
            "select v.*, c.share_id, c.learner_id, c.confirmed, s.lecturer_id from application_case c"
                    + " join share s on s.id = c.share_id join application_case_version v on v.case_id = c.id ";

    private static final int MOST = 100;

    private final JdbcClient jdbc;

    ApplicationCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest version. @throws Refusal where there is no such case */
    @Transactional(readOnly = true)
    public ApplicationCase newest(String id) {
        return find(id).orElseThrow(() -> Refusal.notFound("content.case.unknown"));
    }

    /** The same, where there is such a case. */
    @Transactional(readOnly = true)
    public Optional<ApplicationCase> find(String id) {
        return jdbc.sql(SELECT + "where c.id = :id and v.number = c.newest")
                .param("id", id)
                .query(ApplicationCases::version)
                .optional();
    }

    /** The newest confirmed version of each, the latest first. */
    @Transactional(readOnly = true)
    public List<ApplicationCase> confirmed(String shareId) {
        return jdbc.sql(SELECT + "where c.share_id = :share and v.number = c.confirmed"
                        + " order by v.decided_at desc, c.id limit " + MOST)
                .param("share", shareId)
                .query(ApplicationCases::version)
                .list();
    }

    /** Newest versions that wait for an answer, the oldest first. */
    @Transactional(readOnly = true)
    public List<ApplicationCase> waiting(String shareId) {
        return jdbc.sql(SELECT + "where c.share_id = :share and c.open and v.number = c.newest"
                        + " order by v.filed_at, c.id limit " + MOST)
                .param("share", shareId)
                .query(ApplicationCases::version)
                .list();
    }

    /** A learner's own, by their newest versions; of one share, or of all for null. */
    @Transactional(readOnly = true)
    public List<ApplicationCase> own(@Nullable String shareId, String learnerId) {
        return jdbc.sql(SELECT + "where c.learner_id = :learner and v.number = c.newest"
                        + " and (cast(:share as text) is null or c.share_id = :share)"
                        + " order by v.filed_at desc, c.id limit " + MOST)
                .param("learner", learnerId)
                .param("share", shareId)
                .query(ApplicationCases::version)
                .list();
    }

    /** What came of a lecturer's shares: the newest confirmed version of each, the latest first. */
    @Transactional(readOnly = true)
    public List<ApplicationCase> ofLecturer(String lecturerId, int limit) {
        return jdbc.sql(SELECT + "where s.lecturer_id = :lecturer and v.number = c.confirmed"
                        + " order by v.decided_at desc, c.id limit :limit")
                .param("lecturer", lecturerId)
                .param("limit", limit)
                .query(ApplicationCases::version)
                .list();
    }

    /** Confirmed ones of shares whose title holds one of these topics, the latest first. */
    @Transactional(readOnly = true)
    public List<ApplicationCase> about(List<String> topics, String notOfShare, int limit) {
        return jdbc.sql(SELECT + "where v.number = c.confirmed and c.share_id <> :share"
                        + " and exists (select 1 from unnest(:topics) t where position(lower(t) in lower(s.title)) > 0)"
                        + " order by v.decided_at desc, c.id limit :limit")
                .param("share", notOfShare)
                .param("topics", topics.toArray(String[]::new))
                .param("limit", limit)
                .query(ApplicationCases::version)
                .list();
    }

    /** A new case with its first version. @throws Refusal where one of this learner and share waits for an answer */
    void begin(String id, String shareId, String learnerId) {
        try {
            jdbc.sql("insert into application_case (id, share_id, learner_id, newest, open)"
                            + " values (:id, :share, :learner, 1, true)")
                    .param("id", id)
                    .param("share", shareId)
                    .param("learner", learnerId)
                    .update();
        } catch (DuplicateKeyException waiting) {
            throw Refusal.conflict("content.case.waits");
        }
    }

    /** Another version of a case that was answered. @return its number */
    int again(String id) {
        try {
            return jdbc.sql("update application_case set newest = newest + 1, open = true"
                            + " where id = :id and not open returning newest")
                    .param("id", id)
                    .query(Integer.class)
                    .optional()
                    .orElseThrow(() -> Refusal.conflict("content.case.waits"));
        } catch (DuplicateKeyException another) {
            throw Refusal.conflict("content.case.waits");
        }
    }

    void write(
            String id,
            int number,
            CaseStory story,
            @Nullable String resourceId,
            Instant now,
            CaseDeadlines.Deadlines deadlines) {
        jdbc.sql("insert into application_case_version (case_id, number, situation, action, result, figure, unit,"
                        + " resource_id, state, filed_at, due_at, remind_at, escalate_at, rule_version) values (:id,"
                        + " :number, :situation, :action, :result, cast(:figure as numeric), cast(:unit as text),"
                        + " cast(:resource as text), 'FILED', :now, :due, :remind, :escalate, :rule)")
                .param("id", id)
                .param("number", number)
                .param("situation", story.situation())
                .param("action", story.action())
                .param("result", story.result())
                .param("figure", story.figure())
                .param("unit", story.unit())
                .param("resource", resourceId)
                .param("now", Timestamp.from(now))
                .param("due", Timestamp.from(deadlines.due()))
                .param("remind", Timestamp.from(deadlines.remind()))
                .param("escalate", Timestamp.from(deadlines.escalate()))
                .param("rule", deadlines.version())
                .update();
    }

    /** @return whether the newest version waits and had no process before */
    boolean start(String id) {
        return jdbc.sql("update application_case_version v set started = true from application_case c"
                                + " where c.id = :id and v.case_id = c.id and v.number = c.newest and not v.started"
                                + " and v.state = 'FILED'")
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Answers the newest version. @return whether it waited for an answer */
    boolean end(ApplicationCase version, State state, @Nullable String by, @Nullable String remark, Instant now) {
        int ended = jdbc.sql("update application_case_version set state = :state, decided_by = cast(:by as text),"
                        + " decided_at = :now, remark = cast(:remark as text)"
                        + " where case_id = :id and number = :number and state = 'FILED'")
                .param("state", state.name())
                .param("by", by)
                .param("now", Timestamp.from(now))
                .param("remark", remark)
                .param("id", version.id())
                .param("number", version.number())
                .update();
        if (ended == 0) {
            return false;
        }
        jdbc.sql("update application_case set open = false,"
                        + " confirmed = case when :confirmed then newest else confirmed end,"
                        + " first_confirmed_at = case when :confirmed then coalesce(first_confirmed_at, :now)"
                        + " else first_confirmed_at end where id = :id")
                .param("confirmed", state == State.CONFIRMED)
                .param("now", Timestamp.from(now))
                .param("id", version.id())
                .update();
        return true;
    }

    private static ApplicationCase version(ResultSet row, int number) throws SQLException {
        Timestamp decided = row.getTimestamp("decided_at");
        return new ApplicationCase(
                row.getString("case_id"),
                row.getInt("number"),
                row.getString("share_id"),
                row.getString("lecturer_id"),
                row.getString("learner_id"),
                new CaseStory(
                        row.getString("situation"),
                        row.getString("action"),
                        row.getString("result"),
                        row.getBigDecimal("figure"),
                        row.getString("unit")),
                row.getString("resource_id"),
                State.valueOf(row.getString("state")),
                row.getObject("confirmed", Integer.class),
                row.getTimestamp("filed_at").toInstant(),
                row.getTimestamp("due_at").toInstant(),
                row.getTimestamp("remind_at").toInstant(),
                row.getTimestamp("escalate_at").toInstant(),
                row.getString("decided_by"),
                decided == null ? null : decided.toInstant(),
                row.getString("remark"));
    }
}
