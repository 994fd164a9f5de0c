package org.xinhuo.mentoring.plan;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.mentoring.log.CoachingLog;
import org.xinhuo.mentoring.log.LogKind;
import org.xinhuo.mentoring.log.NewEntry;
import org.xinhuo.mentoring.plan.PlanVersion.Side;

/** Everything that was ever proposed and what was answered to it. Versions are added, never changed. */
@Component
@Transactional
public class PlanVersions {

    private final JdbcClient jdbc;
    private final CoachingLog log;
    private final CompanyTime time;

    PlanVersions(JdbcClient jdbc, CoachingLog log, CompanyTime time) {
        this.jdbc = jdbc;
        this.log = log;
        this.time = time;
    }

    /** @return how many versions this round has now */
    int add(Plan plan, PlanDraft draft, String createdBy) {
        long id = jdbc.sql("insert into plan_version (plan_id, mentorship_id, version, sessions_per_month, end_on,"
                        + " content_hash, created_by, created_at) select :plan, :mentorship,"
                        + " coalesce(max(version), 0) + 1, :sessions, :end, :hash, :by, :now"
                        + " from plan_version where mentorship_id = :mentorship returning id")
                .param("plan", plan.id())
                .param("mentorship", plan.mentorshipId())
                .param("sessions", draft.sessionsPerMonth())
                .param("end", Date.valueOf(draft.endOn()))
                .param("hash", draft.contentHash())
                .param("by", createdBy)
                .param("now", Timestamp.from(time.now()))
                .query(Long.class)
                .single();
        for (int goal = 0; goal < draft.goals().size(); goal++) {
            addGoal(id, goal + 1, draft.goals().get(goal));
        }
        logVersion(id, plan, draft, createdBy);
        return jdbc.sql("select count(*) from plan_version where plan_id = :plan")
                .param("plan", plan.id())
                .query(Integer.class)
                .single();
    }

    private void logVersion(long id, Plan plan, PlanDraft draft, String createdBy) {
        int version = jdbc.sql("select version from plan_version where id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
        String goals = draft.goals().stream()
                .map(goal -> goal.competency() + " → "
                        + goal.targetLevel().stripTrailingZeros().toPlainString()
                        + goal.actions().stream()
                                .map(action -> "\n" + action.title() + " · " + action.dueOn())
                                .collect(Collectors.joining()))
                .collect(Collectors.joining("\n\n"));
        log.record(NewEntry.of(plan.mentorshipId(), LogKind.PLAN, createdBy, goals)
                .source("version/" + id)
                .headline("mentoring.log.planVersion", version, draft.endOn())
                .about(draft.goals().stream().map(PlanDraft.Goal::competency).toList()));
    }

    private void addGoal(long versionId, int position, PlanDraft.Goal goal) {
        long id = jdbc.sql("insert into plan_goal (plan_version_id, position, competency, target_level)"
                        + " values (:version, :position, :competency, :target) returning id")
                .param("version", versionId)
                .param("position", position)
                .param("competency", goal.competency())
                .param("target", goal.targetLevel())
                .query(Long.class)
                .single();
        for (int action = 0; action < goal.actions().size(); action++) {
            jdbc.sql("insert into plan_action (goal_id, position, title, due_on)"
                            + " values (:goal, :position, :title, :due)")
                    .param("goal", id)
                    .param("position", action + 1)
                    .param("title", goal.actions().get(action).title())
                    .param("due", Date.valueOf(goal.actions().get(action).dueOn()))
                    .update();
        }
    }

    void answer(
            String mentorshipId,
            PlanVersion version,
            Side side,
            String personId,
            boolean agreed,
            @Nullable String changeRequest) {
        jdbc.sql("insert into plan_answer (plan_version_id, side, person_id, agreed, change_request, content_hash,"
                        + " answered_at) values (:version, :side, :person, :agreed, :request, :hash, :now)")
                .param("version", version.id())
                .param("side", side.name())
                .param("person", personId)
                .param("agreed", agreed)
                .param("request", changeRequest)
                .param("hash", version.contentHash())
                .param("now", Timestamp.from(time.now()))
                .update();
        log.record(NewEntry.of(mentorshipId, LogKind.PLAN, personId, changeRequest == null ? "" : changeRequest)
                .source("answer/" + version.id() + "/" + side)
                .headline(agreed ? "mentoring.log.planAgreed" : "mentoring.log.planChanges", version.version()));
    }

    /**
     * What the mentee has done already counts for the same action of the next plan: the same title under the same
     * competency. Its day may have moved. Two actions of one name are matched in their order.
     */
    void carryOver(PlanVersion before, PlanVersion after) {
        jdbc.sql("""
                        with action as (
                            select g.plan_version_id, g.competency, a.id, a.title, a.done_on,
                                row_number() over (partition by g.plan_version_id, g.competency, a.title
                                    order by a.position) as number
                            from plan_goal g join plan_action a on a.goal_id = g.id
                            where g.plan_version_id in (:before, :after))
                        update plan_action set done_on = old.done_on
                        from action old join action new using (competency, title, number)
                        where old.plan_version_id = :before and new.plan_version_id = :after
                            and old.done_on is not null and plan_action.id = new.id
                        """).param("before", before.id()).param("after", after.id()).update();
    }

    /**
     * The newest version that is in force or may come into force; none before the first draft. A version of a round that
     * came to nothing is passed over where there is another.
     */
    @Transactional(readOnly = true)
    public Optional<PlanVersion> newest(String mentorshipId) {
        return jdbc.sql("select v.version from plan_version v join plan p on p.id = v.plan_id"
                        + " where v.mentorship_id = :id order by p.state = 'STOPPED', v.version desc limit 1")
                .param("id", mentorshipId)
                .query(Integer.class)
                .optional()
                .flatMap(version -> numbered(mentorshipId, version));
    }

    /** The version of a mentorship with this number. */
    @Transactional(readOnly = true)
    public Optional<PlanVersion> numbered(String mentorshipId, int version) {
        return where("mentorship_id = :id and version = :version", mentorshipId, version, 1).stream()
                .findFirst();
    }

    /** The newest version of one round, which is the confirmed one where the round is confirmed. */
    @Transactional(readOnly = true)
    public Optional<PlanVersion> newestOf(Plan plan) {
        return where("plan_id = :id", plan.id(), 0, 1).stream().findFirst();
    }

    /** All versions of one round, the newest first. */
    @Transactional(readOnly = true)
    public List<PlanVersion> allOf(Plan plan) {
        return where("plan_id = :id", plan.id(), 0, Integer.MAX_VALUE);
    }

    private List<PlanVersion> where(String condition, String id, int version, int limit) {
        return jdbc.sql("select id, plan_id, version, sessions_per_month, end_on, content_hash, created_by, created_at"
                        + " from plan_version where " + condition + " order by version desc limit :limit")
                .param("id", id)
                .param("version", version)
                .param("limit", limit)
                .query((row, number) -> new PlanVersion(
                        row.getLong("id"),
                        row.getString("plan_id"),
                        row.getInt("version"),
                        row.getInt("sessions_per_month"),
                        row.getDate("end_on").toLocalDate(),
                        row.getString("content_hash"),
                        row.getString("created_by"),
                        row.getTimestamp("created_at").toInstant(),
                        goals(row.getLong("id")),
                        answers(row.getLong("id"))))
                .list();
    }

    private List<PlanVersion.Goal> goals(long versionId) {
        Map<String, PlanVersion.Goal> goals = new LinkedHashMap<>();
        jdbc.sql("select g.competency, g.target_level, a.id, a.title, a.due_on, a.done_on from plan_goal g"
                        + " join plan_action a on a.goal_id = g.id where g.plan_version_id = :version"
                        + " order by g.position, a.position")
                .param("version", versionId)
                .query(row -> {
                    PlanVersion.Goal goal = new PlanVersion.Goal(
                            row.getString("competency"), row.getBigDecimal("target_level"), new ArrayList<>());
                    goals.computeIfAbsent(goal.competency(), first -> goal)
                            .actions()
                            .add(new PlanVersion.Action(
                                    row.getLong("id"),
                                    row.getString("title"),
                                    row.getDate("due_on").toLocalDate(),
                                    day(row, "done_on")));
                });
        return List.copyOf(goals.values());
    }

    private List<PlanVersion.Answer> answers(long versionId) {
        return jdbc.sql("select side, person_id, agreed, change_request, content_hash, answered_at from plan_answer"
                        + " where plan_version_id = :version order by answered_at, side")
                .param("version", versionId)
                .query((row, number) -> new PlanVersion.Answer(
                        Side.valueOf(row.getString("side")),
                        row.getString("person_id"),
                        row.getBoolean("agreed"),
                        row.getString("change_request"),
                        row.getString("content_hash"),
                        row.getTimestamp("answered_at").toInstant()))
                .list();
    }

    private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        Date day = row.getDate(column);
        return day == null ? null : day.toLocalDate();
    }
}
