package org.xinhuo.mentoring.coaching;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
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

/**
 * The mentor gave deep guidance. It counts for the month in which it was held, and for no other:
 *
 * <ul>
 *   <li>a month without one is done, whenever the talk is written down, also where it stood as missed or lapsed already;
 *       where HR was told that it is late, HR hears that it was held after all;
 *   <li>a month that has its guidance gets another one, and what the open task asks for stays owed;
 *   <li>a talk after the last month of the plan makes up for the last one, if that was not done; it stays missed.
 * </ul>
 */
@Component
public class RecordGuidance {

    private final AdmitGuidance admitGuidance;
    private final Duties duties;
    private final ScheduleDuty scheduleDuty;
    private final AnswerGuidance answer;
    private final Guidances guidances;
    private final JdbcClient jdbc;
    private final CoachingLog log;
    private final CompanyTime time;

    RecordGuidance(
            AdmitGuidance admitGuidance,
            Duties duties,
            ScheduleDuty scheduleDuty,
            AnswerGuidance answer,
            Guidances guidances,
            JdbcClient jdbc,
            CoachingLog log,
            CompanyTime time) {
        this.admitGuidance = admitGuidance;
        this.duties = duties;
        this.scheduleDuty = scheduleDuty;
        this.answer = answer;
        this.guidances = guidances;
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
    public record Guidance(String topic, String question, String advice, int minutes, String method, LocalDate heldOn) {

        private static final List<String> METHODS = List.of("in-person", "video", "phone", "chat");

        /** As a page or REST brings it in, by the rules of the form. @throws Refusal where a value breaks one */
        public static Guidance of(
                @Nullable String topic,
                @Nullable String question,
                @Nullable String advice,
                @Nullable Integer minutes,
                @Nullable String method,
                @Nullable LocalDate heldOn) {
            String given = Given.text("method", method, 20);
            if (!METHODS.contains(given)) {
                throw Refusal.invalid("method", "form.notOneOf", "method", String.join(", ", METHODS));
            }
            if (minutes == null) {
                throw Refusal.invalid("minutes", "form.required", "minutes");
            }
            if (minutes < 1 || minutes > 600) {
                throw Refusal.invalid("minutes", "form.outOfRange", "minutes", "1", "600");
            }
            if (heldOn == null) {
                throw Refusal.invalid("heldOn", "form.required", "heldOn");
            }
            return new Guidance(
                    Given.text("topic", topic, 200),
                    Given.text("question", question, 4000),
                    Given.text("advice", advice, 4000),
                    minutes,
                    given,
                    heldOn);
        }
    }

    /** What a talk did to the duty of its month. */
    enum Counted {
        DONE,
        MADE_UP,
        ANOTHER
    }

    /** @throws Refusal where it was held in the future or before the coaching began */
    @Transactional
    public void record(String mentorshipId, String personId, Guidance guidance) {
        CoachingCase coaching = admitGuidance.admit(mentorshipId, personId, guidance.heldOn());
        LocalDate counted = counted(coaching, guidance);
        Duty newest = newestAt(coaching, counted);
        Optional<Duty> ofItsMonth = duties.covering(coaching.id(), DutyKind.DEEP_GUIDANCE, counted)
                // A month that was answered for under the plan before goes on into this one.
                .or(() -> counted.isBefore(newest.periodStart())
                        ? duties.doneBefore(coaching, DutyKind.DEEP_GUIDANCE).map(Duties.Earlier::duty)
                        : Optional.empty());
        long id = insert(coaching, ofItsMonth.map(Duty::id).orElse(null), personId, guidance);
        Counted as = ofItsMonth.map(this::countFor).orElseGet(() -> makeUpFor(newest));
        ofItsMonth
                .filter(month -> as == Counted.DONE && duties.wasEscalated(month))
                .ifPresent(month -> answer.tellHr(coaching, guidance, month));
        answer.answer(coaching, personId, id, guidance, as, ofItsMonth.orElse(newest));
        String words = guidance.topic() + "\n\n" + guidance.question() + "\n\n" + guidance.advice();
        log.record(NewEntry.of(mentorshipId, LogKind.GUIDANCE, personId, words)
                .about(guidances.competenciesIn(words, coaching.menteeId()))
                .source(id)
                .headline("mentoring.log.guidance." + guidance.method(), guidance.minutes(), guidance.heldOn())
                .on(guidance.heldOn()));
    }

    /**
     * Whether the duty of now, the one still owed, is what this talk was held for; then it is the process that has to hear of
     * it. Any other talk is only kept, or makes up for a month that is over.
     *
     * @throws Refusal as {@link #record} does
     */
    @Transactional(readOnly = true)
    public boolean answersWhatIsOwed(String mentorshipId, String personId, Guidance guidance) {
        CoachingCase coaching = admitGuidance.admit(mentorshipId, personId, guidance.heldOn());
        return coaching.endedAt() == null
                && duties.owed(coaching.id(), DutyKind.DEEP_GUIDANCE)
                        .filter(duty -> !counted(coaching, guidance).isBefore(duty.periodStart()))
                        .isPresent();
    }

    private static LocalDate counted(CoachingCase coaching, Guidance guidance) {
        return guidance.heldOn().isBefore(coaching.startedOn()) ? coaching.startedOn() : guidance.heldOn();
    }

    private Counted countFor(Duty month) {
        if (month.state() == Duty.State.DONE) {
            return Counted.ANOTHER;
        }
        // The day of the talk decides, not the order in which talks are written down.
        duties.done(month);
        return Counted.DONE;
    }

    private Counted makeUpFor(Duty month) {
        if (month.state() != Duty.State.OWED && month.state() != Duty.State.MISSED) {
            return Counted.ANOTHER;
        }
        duties.madeUp(month);
        return Counted.MADE_UP;
    }

    /** The newest month, once the calendar has come to the day of the talk; months that passed meanwhile are missed. */
    private Duty newestAt(CoachingCase coaching, LocalDate day) {
        Duty newest = duties.newest(coaching.id(), DutyKind.DEEP_GUIDANCE)
                .orElseThrow(() -> Refusal.conflict("mentoring.coaching.none", coaching.mentorshipId()));
        while (coaching.endedAt() == null && day.isAfter(newest.dueOn())) {
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
