package org.xinhuo.mentoring.coaching;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.log.CoachingLog;
import org.xinhuo.mentoring.log.LogKind;
import org.xinhuo.mentoring.log.NewEntry;
import org.xinhuo.mentoring.rights.MentoringAction;
import org.xinhuo.mentoring.rights.MentoringRights;
import org.xinhuo.people.Employees;

/**
 * The mentor gave deep guidance. It counts for the month in which it was held, and for no other:
 *
 * <ul>
 *   <li>a month that is still owed is done;
 *   <li>a month that already stood as missed stays missed and is marked as made up for;
 *   <li>a month that has its guidance gets another one, and what the open task asks for stays owed;
 *   <li>a talk after the last month of the plan makes up for the last one, if that was not done.
 * </ul>
 */
@Component
public class RecordGuidance {

    private final MentoringRights rights;
    private final CoachingCases cases;
    private final Duties duties;
    private final ScheduleDuty scheduleDuty;
    private final AnswerGuidance answer;
    private final Employees employees;
    private final JdbcClient jdbc;
    private final CoachingLog log;
    private final CompanyTime time;

    RecordGuidance(
            MentoringRights rights,
            CoachingCases cases,
            Duties duties,
            ScheduleDuty scheduleDuty,
            AnswerGuidance answer,
            Employees employees,
            JdbcClient jdbc,
            CoachingLog log,
            CompanyTime time) {
        this.rights = rights;
        this.cases = cases;
        this.duties = duties;
        this.scheduleDuty = scheduleDuty;
        this.answer = answer;
        this.employees = employees;
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

    /** What a talk did to the duty of its month. */
    enum Counted {
        DONE,
        MADE_UP,
        ANOTHER
    }

    /** @throws Refusal where it was held in the future or before the coaching began */
    @Transactional
    public void record(String mentorshipId, String personId, Guidance guidance) {
        CoachingCase coaching = cases.underWay(mentorshipId);
        rights.check(personId, mentorshipId, MentoringAction.GIVE_GUIDANCE);
        if (guidance.heldOn().isAfter(lastDay(personId))) {
            throw Refusal.invalid("heldOn", "mentoring.coaching.heldInFuture", "heldOn", guidance.heldOn());
        }
        // A day of grace: west of the company's zone it was still yesterday when the coaching began.
        if (guidance.heldOn().isBefore(coaching.startedOn().minusDays(1))) {
            throw Refusal.invalid(
                    "heldOn", "mentoring.coaching.heldBeforeStart", "heldOn", guidance.heldOn(), coaching.startedOn());
        }
        LocalDate counted = guidance.heldOn().isBefore(coaching.startedOn()) ? coaching.startedOn() : guidance.heldOn();
        Duty newest = newestAt(coaching, counted);
        Optional<Duty> ofItsMonth = duties.covering(coaching.id(), DutyKind.DEEP_GUIDANCE, counted)
                // A month that was answered for under the plan before goes on into this one.
                .or(() -> counted.isBefore(newest.periodStart())
                        ? duties.doneBefore(coaching, DutyKind.DEEP_GUIDANCE).map(Duties.Earlier::duty)
                        : Optional.empty());
        long id = insert(coaching, ofItsMonth.map(Duty::id).orElse(null), personId, guidance);
        Counted as = ofItsMonth.map(this::countFor).orElseGet(() -> makeUpFor(newest));
        answer.answer(coaching, personId, id, guidance, as, ofItsMonth.orElse(newest));
        log.record(NewEntry.of(
                        mentorshipId,
                        LogKind.GUIDANCE,
                        personId,
                        guidance.topic() + "\n\n" + guidance.question() + "\n\n" + guidance.advice())
                .source(id)
                .headline("mentoring.log.guidance." + guidance.method(), guidance.minutes(), guidance.heldOn())
                .on(guidance.heldOn()));
    }

    /** Today by the company's calendar or by that of whoever writes: in Auckland it is tomorrow already. */
    private LocalDate lastDay(String personId) {
        LocalDate own = time.now().atZone(employees.get(personId).timeZone()).toLocalDate();
        return own.isAfter(time.today()) ? own : time.today();
    }

    private Counted countFor(Duty month) {
        return switch (month.state()) {
            case OWED -> {
                duties.done(month);
                yield Counted.DONE;
            }
            case MISSED, LAPSED -> makeUpFor(month);
            case DONE -> Counted.ANOTHER;
        };
    }

    private Counted makeUpFor(Duty month) {
        if (month.state() == Duty.State.DONE) {
            return Counted.ANOTHER;
        }
        duties.madeUp(month);
        return Counted.MADE_UP;
    }

    /** The newest month, once the calendar has come to the day of the talk; months that passed meanwhile are missed. */
    private Duty newestAt(CoachingCase coaching, LocalDate day) {
        Duty newest = duties.newest(coaching.id(), DutyKind.DEEP_GUIDANCE)
                .orElseThrow(() -> Refusal.conflict("mentoring.coaching.none", coaching.mentorshipId()));
        while (day.isAfter(newest.dueOn())) {
            Optional<Duty> next = scheduleDuty.following(coaching, newest);
            if (next.isEmpty()) {
                break;
            }
            if (newest.state() == Duty.State.OWED) {
                duties.missed(newest);
            }
            newest = next.get();
        }
        return newest;
    }

    private long insert(CoachingCase coaching, @Nullable Long dutyId, String personId, Guidance guidance) {
        return jdbc.sql("insert into guidance (coaching_id, duty_id, topic, question, advice, minutes, method, held_on,"
                        + " given_by, recorded_at) values (:coaching, :duty, :topic, :question, :advice, :minutes,"
                        + " :method, :heldOn, :by, :now) returning id")
                .param("coaching", coaching.id())
                .param("duty", dutyId)
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
    }
}
