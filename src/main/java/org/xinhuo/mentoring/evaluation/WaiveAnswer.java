package org.xinhuo.mentoring.evaluation;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Reason;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.Mentorship;
import org.xinhuo.mentoring.Mentorships;
import org.xinhuo.mentoring.log.CoachingLog;
import org.xinhuo.mentoring.log.LogKind;
import org.xinhuo.mentoring.log.NewEntry;
import org.xinhuo.mentoring.rights.MentoringAction;
import org.xinhuo.mentoring.rights.MentoringRights;
import org.xinhuo.notification.Notices;
import org.xinhuo.people.Employees;

/**
 * HR goes on without an answer that somebody does not give. Only the reason and who decided it are kept: there is no
 * recommendation, no mark and no level of that side, and HR decides the next step.
 */
@Component
@Transactional
public class WaiveAnswer {

    private final MentoringRights rights;
    private final Mentorships mentorships;
    private final Evaluations evaluations;
    private final Answers answers;
    private final Employees employees;
    private final Notices notices;
    private final CoachingLog log;
    private final JdbcClient jdbc;
    private final CompanyTime time;

    WaiveAnswer(
            MentoringRights rights,
            Mentorships mentorships,
            Evaluations evaluations,
            Answers answers,
            Employees employees,
            Notices notices,
            CoachingLog log,
            JdbcClient jdbc,
            CompanyTime time) {
        this.rights = rights;
        this.mentorships = mentorships;
        this.evaluations = evaluations;
        this.answers = answers;
        this.employees = employees;
        this.notices = notices;
        this.log = log;
        this.jdbc = jdbc;
        this.time = time;
    }

    /** An answer that was waived, why and by whom. */
    public record Waiver(WaivableAnswer answer, String reason, String waivedBy, Instant waivedAt) {}

    /** Before anything else is looked at. @throws Refusal where this person may not waive answers at all */
    public void expectMay(String mentorshipId, String personId) {
        rights.check(personId, mentorshipId, MentoringAction.WAIVE_ANSWER);
    }

    /**
     * Keeps that HR goes on without this answer; the process does so next.
     *
     * @param reason in words; kept
     * @throws Refusal where the person is not HR, no evaluation is under way, the answer was given or waived already, or
     *     the reason is missing or too long
     */
    public void waive(String mentorshipId, String personId, WaivableAnswer answer, @Nullable String reason) {
        rights.check(personId, mentorshipId, MentoringAction.WAIVE_ANSWER);
        Evaluation evaluation =
                running(mentorshipId).orElseThrow(() -> Refusal.notFound("mentoring.evaluation.none", mentorshipId));
        if (answers.isGiven(evaluation, answer)) {
            throw Refusal.conflict("mentoring.evaluation.answeredAlready");
        }
        int added = jdbc.sql("insert into evaluation_waiver (evaluation_id, answer, reason, waived_by, waived_at)"
                        + " values (:evaluation, :answer, :reason, :person, :now) on conflict do nothing")
                .param("evaluation", evaluation.id())
                .param("answer", answer.code())
                .param("reason", Reason.of(reason).words())
                .param("person", personId)
                .param("now", Timestamp.from(time.now()))
                .update();
        if (added == 0) {
            throw Refusal.conflict("mentoring.evaluation.waivedAlready");
        }
    }

    /**
     * The process goes on without this answer: the two and who stands in are told, and the log says it.
     *
     * @throws Refusal where HR has not waived it with a reason
     */
    public void goOnWithout(String mentorshipId, WaivableAnswer answer) {
        Evaluation evaluation = evaluations.underWay(mentorshipId);
        boolean waived = jdbc.sql(
                                "select count(*) from evaluation_waiver where evaluation_id = :evaluation and answer = :answer")
                        .param("evaluation", evaluation.id())
                        .param("answer", answer.code())
                        .query(Long.class)
                        .single()
                > 0;
        if (!waived) {
            throw Refusal.conflict("mentoring.evaluation.waiverNeedsReason");
        }
        Mentorship mentorship = mentorships.get(mentorshipId);
        String silent = employees
                .get(answer == WaivableAnswer.SELF ? mentorship.menteeId() : mentorship.actingMentor())
                .name();
        notices.tell(
                Stream.of(mentorship.menteeId(), mentorship.mentorId(), mentorship.substituteId())
                        .filter(Objects::nonNull)
                        .toList(),
                "evaluation/" + evaluation.id() + "/waived/" + answer.code(),
                "coaching.notice.waived",
                mentorship.page(),
                employees.get(mentorship.menteeId()).name(),
                silent);
        log.record(NewEntry.of(mentorshipId, LogKind.EVALUATION, null, "")
                .source("waived/" + answer.code() + "/" + evaluation.id())
                .headline("mentoring.log.waived", silent));
    }

    /**
     * Everything that was waived in a mentorship, the latest first.
     *
     * @throws Refusal where this person may not read it
     */
    @Transactional(readOnly = true)
    public List<Waiver> of(String mentorshipId, String readerId) {
        rights.check(readerId, mentorshipId, MentoringAction.READ_WAIVERS);
        return jdbc.sql("select w.answer, w.reason, w.waived_by, w.waived_at from evaluation_waiver w"
                        + " join evaluation e on e.id = w.evaluation_id where e.mentorship_id = :id"
                        + " order by w.waived_at desc, w.answer")
                .param("id", mentorshipId)
                .query((row, number) -> new Waiver(
                        WaivableAnswer.of(row.getString("answer")),
                        row.getString("reason"),
                        row.getString("waived_by"),
                        row.getTimestamp("waived_at").toInstant()))
                .list();
    }

    /** The answers that an evaluation under way still waits for. */
    @Transactional(readOnly = true)
    public List<WaivableAnswer> missing(String mentorshipId) {
        return running(mentorshipId)
                .map(evaluation -> List.of(WaivableAnswer.values()).stream()
                        .filter(answer -> evaluation.comparedAt() == null && !answers.isSettled(evaluation, answer))
                        .toList())
                .orElse(List.of());
    }

    /** One that was left behind by a rematch is open in the tables of before and waits for nobody. */
    private Optional<Evaluation> running(String mentorshipId) {
        return mentorships.get(mentorshipId).state() == Mentorship.State.EVALUATING
                ? evaluations.findByMentorshipIdAndDecidedAtIsNull(mentorshipId)
                : Optional.empty();
    }
}
