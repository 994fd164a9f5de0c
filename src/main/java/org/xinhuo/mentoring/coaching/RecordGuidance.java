package org.xinhuo.mentoring.coaching;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.log.CoachingLog;
import org.xinhuo.mentoring.log.LogKind;
import org.xinhuo.mentoring.log.NewEntry;

/** The mentor gave deep guidance. It counts for the month in which it was held. */
@Component
public class RecordGuidance {

    private final CoachingCases cases;
    private final Duties duties;
    private final ScheduleDuty scheduleDuty;
    private final JdbcClient jdbc;
    private final CoachingLog log;
    private final CompanyTime time;

    RecordGuidance(
            CoachingCases cases,
            Duties duties,
            ScheduleDuty scheduleDuty,
            JdbcClient jdbc,
            CoachingLog log,
            CompanyTime time) {
        this.cases = cases;
        this.duties = duties;
        this.scheduleDuty = scheduleDuty;
        this.jdbc = jdbc;
        this.log = log;
        this.time = time;
    }

    /**
     * One talk.
     *
     * @param minutes 1 to 600
     * @param method in-person, video, phone or chat
     */
    public record Guidance(
            String topic, String question, String advice, int minutes, String method, LocalDate heldOn) {}

    /** @throws Refusal where it was held in the future or before the coaching began */
    @Transactional
    public void record(String mentorshipId, String personId, Guidance guidance) {
        CoachingCase coaching = cases.underWay(mentorshipId);
        coaching.expectMentor(personId);
        if (guidance.heldOn().isAfter(time.today())) {
            throw Refusal.invalid("heldOn", "mentoring.coaching.heldInFuture", "heldOn", guidance.heldOn());
        }
        // A day of grace: west of the company's zone it was still yesterday when the coaching began.
        if (guidance.heldOn().isBefore(coaching.startedOn().minusDays(1))) {
            throw Refusal.invalid(
                    "heldOn", "mentoring.coaching.heldBeforeStart", "heldOn", guidance.heldOn(), coaching.startedOn());
        }
        Duty duty = dutyOf(coaching, guidance.heldOn());
        long id = jdbc.sql(
                        "insert into guidance (coaching_id, duty_id, topic, question, advice, minutes, method, held_on,"
                                + " given_by, recorded_at) values (:coaching, :duty, :topic, :question, :advice, :minutes,"
                                + " :method, :heldOn, :by, :now) returning id")
                .param("coaching", coaching.id())
                .param("duty", duty.id())
                .param("topic", guidance.topic())
                .param("question", guidance.question())
                .param("advice", guidance.advice())
                .param("minutes", guidance.minutes())
                .param("method", guidance.method())
                .param("heldOn", Date.valueOf(guidance.heldOn()))
                .param("by", personId)
                .param("now", Timestamp.from(time.now()))
                .query(Long.class)
                .single();
        duties.done(duty);
        log.record(NewEntry.of(
                        mentorshipId,
                        LogKind.GUIDANCE,
                        personId,
                        guidance.topic() + "\n\n" + guidance.question() + "\n\n" + guidance.advice())
                .source(id)
                .headline("mentoring.log.guidance." + guidance.method(), guidance.minutes(), guidance.heldOn())
                .on(guidance.heldOn()));
    }

    /** The month of the talk; where that month has its guidance already, the month whose task this answers. */
    private Duty dutyOf(CoachingCase coaching, LocalDate heldOn) {
        Optional<Duty> ofTheTask = duties.newest(coaching.id(), DutyKind.DEEP_GUIDANCE);
        while (ofTheTask.isPresent() && heldOn.isAfter(ofTheTask.get().dueOn())) {
            Duty passed = ofTheTask.get();
            Optional<Duty> next = scheduleDuty.following(coaching, passed);
            if (next.isEmpty()) {
                break;
            }
            if (passed.state() == Duty.State.OWED) {
                duties.missed(passed);
            }
            ofTheTask = next;
        }
        return duties.covering(coaching.id(), DutyKind.DEEP_GUIDANCE, heldOn)
                .filter(duty -> duty.state() != Duty.State.DONE)
                .or(() -> duties.newest(coaching.id(), DutyKind.DEEP_GUIDANCE))
                .orElseThrow(() -> Refusal.conflict("mentoring.coaching.none", coaching.mentorshipId()));
    }
}
