package org.xinhuo.mentoring.coaching;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.mentoring.coaching.DutyCalendar.DutyPeriod;

/** Everything that mentors owe, owed or did; a row a period, so that what was missed stays visible. */
@Component
@Transactional
public class Duties {

    private static final String COLUMNS =
            "id, kind, period_start, due_on, opens_at, remind_at, due_at, escalate_at, done_at, missed_at,"
                    + " lapsed_at";

    private final JdbcClient jdbc;
    private final CompanyTime time;

    Duties(JdbcClient jdbc, CompanyTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    Duty owe(String coachingId, DutyKind kind, DutyPeriod period, Cadence cadence) {
        return jdbc.sql("insert into duty (coaching_id, kind, period_start, due_on, opens_at, remind_at, due_at,"
                        + " escalate_at, decision_version, decision_id) values (:coaching, :kind, :start, :dueOn,"
                        + " :opens, :remind, :due, :escalate, :version, :decision) returning " + COLUMNS)
                .param("coaching", coachingId)
                .param("kind", kind.code())
                .param("start", Date.valueOf(period.start()))
                .param("dueOn", Date.valueOf(period.dueOn()))
                .param("opens", Timestamp.from(time.startOf(period.opensOn())))
                .param("remind", Timestamp.from(time.startOf(period.remindOn())))
                .param("due", Timestamp.from(time.endOf(period.dueOn())))
                .param("escalate", Timestamp.from(time.startOf(period.escalateOn())))
                .param("version", cadence.decision().version())
                .param("decision", cadence.decision().definitionId())
                .query(Duties::duty)
                .single();
    }

    /** An open period ends on another day, by the table of now; whoever was told of the old day is told of the new one. */
    Duty endOn(LocalDate newEnd, Duty duty, Cadence cadence) {
        DutyPeriod period = DutyCalendar.period(duty.periodStart(), newEnd, cadence);
        return jdbc.sql("update duty set due_on = :dueOn, opens_at = :opens, remind_at = :remind, due_at = :due,"
                        + " escalate_at = :escalate, reminded_at = null, escalated_at = null,"
                        + " decision_version = :version, decision_id = :decision where id = :id returning " + COLUMNS)
                .param("id", duty.id())
                .param("version", cadence.decision().version())
                .param("decision", cadence.decision().definitionId())
                .param("dueOn", Date.valueOf(period.dueOn()))
                .param("opens", Timestamp.from(time.startOf(period.opensOn())))
                .param("remind", Timestamp.from(time.startOf(period.remindOn())))
                .param("due", Timestamp.from(time.endOf(period.dueOn())))
                .param("escalate", Timestamp.from(time.startOf(period.escalateOn())))
                .query(Duties::duty)
                .single();
    }

    /** The newest period of a kind; none before the coaching has begun. */
    @Transactional(readOnly = true)
    public Optional<Duty> newest(String coachingId, DutyKind kind) {
        return jdbc.sql("select " + COLUMNS + " from duty where coaching_id = :coaching and kind = :kind"
                        + " order by period_start desc limit 1")
                .param("coaching", coachingId)
                .param("kind", kind.code())
                .query(Duties::duty)
                .optional();
    }

    /** The period that the task of a kind asks for: the one still owed, the oldest; none where nothing is owed. */
    Optional<Duty> owed(String coachingId, DutyKind kind) {
        return of(coachingId).stream()
                .filter(duty -> duty.kind() == kind && duty.state() == Duty.State.OWED)
                .findFirst();
    }

    /** What the task of a kind asks for, or the newest period where nothing is owed. */
    @Transactional(readOnly = true)
    public Optional<Duty> asked(String coachingId, DutyKind kind) {
        return owed(coachingId, kind).or(() -> newest(coachingId, kind));
    }

    /** What stands as missed, was not made up for, and nobody was told of; the oldest first. */
    List<Duty> untold(String coachingId) {
        return jdbc.sql("select " + COLUMNS + " from duty where coaching_id = :coaching and missed_at is not null"
                        + " and made_up_on is null and escalated_at is null order by due_on, kind")
                .param("coaching", coachingId)
                .query(Duties::duty)
                .list();
    }

    /** How many periods of a kind were not done: missed and not made up for, or owed after their end. */
    int undone(Duty like) {
        return jdbc.sql("select count(*) from duty d join duty l on l.coaching_id = d.coaching_id and l.kind = d.kind"
                        + " where l.id = :like and d.made_up_on is null and (d.missed_at is not null or d.done_at is null"
                        + " and d.lapsed_at is null and d.due_on < l.due_on)")
                .param("like", like.id())
                .query(Integer.class)
                .single();
    }

    /** The first day of the first period of a kind; none where none was owed yet. */
    Optional<LocalDate> begun(String coachingId, DutyKind kind) {
        return of(coachingId).stream()
                .filter(duty -> duty.kind() == kind)
                .map(Duty::periodStart)
                .findFirst();
    }

    /** @param cutShort whether its coaching ended before its plan */
    record Earlier(Duty duty, boolean cutShort) {}

    /** What this mentor did last of a kind for this mentee under an earlier plan. */
    Optional<Earlier> doneBefore(CoachingCase coaching, DutyKind kind) {
        return jdbc.sql("select d.*, c.cut_short from duty d join coaching_case c on c.id = d.coaching_id"
                        + " where c.mentorship_id = :mentorship and c.mentor_id = :mentor and c.id <> :coaching"
                        + " and d.kind = :kind and d.done_at is not null order by d.period_start desc limit 1")
                .param("kind", kind.code())
                .param("mentorship", coaching.mentorshipId())
                .param("mentor", coaching.mentorId())
                .param("coaching", coaching.id())
                .query((row, number) -> new Earlier(duty(row, number), row.getBoolean("cut_short")))
                .optional();
    }

    /** All duties of a coaching, the oldest first. */
    @Transactional(readOnly = true)
    public List<Duty> of(String coachingId) {
        return jdbc.sql("select " + COLUMNS + " from duty where coaching_id = :coaching order by period_start, kind")
                .param("coaching", coachingId)
                .query(Duties::duty)
                .list();
    }

    Optional<Duty> covering(String coachingId, DutyKind kind, LocalDate day) {
        return of(coachingId).stream()
                .filter(duty -> duty.kind() == kind && duty.covers(day))
                .findFirst();
    }

    /** Done, and written down now; whatever it stood as before. */
    void done(Duty duty) {
        set(duty, "done_at = :now, missed_at = null, made_up_on = null, lapsed_at = null");
    }

    /** Whether HR was told that it is late. */
    @Transactional(readOnly = true)
    boolean wasEscalated(Duty duty) {
        return jdbc.sql("select escalated_at is not null from duty where id = :id")
                .param("id", duty.id())
                .query(Boolean.class)
                .single();
    }

    /** It was done today: within its period it is done, afterwards it stays missed and is made up for. */
    void doneToday(Duty duty) {
        if (time.today().isAfter(duty.dueOn())) {
            madeUp(duty);
        } else {
            done(duty);
        }
    }

    /** Stays missed, and shows from now on that it was made up for; the first time counts. */
    void madeUp(Duty duty) {
        jdbc.sql("update duty set missed_at = coalesce(missed_at, :now), made_up_on = coalesce(made_up_on, :today)"
                        + " where id = :id")
                .param("now", Timestamp.from(time.now()))
                .param("today", Date.valueOf(time.today()))
                .param("id", duty.id())
                .update();
    }

    void missed(Duty duty) {
        set(duty, "missed_at = :now");
    }

    void reminded(Duty duty) {
        set(duty, "reminded_at = coalesce(reminded_at, :now)");
    }

    void escalated(Duty duty) {
        set(duty, "escalated_at = coalesce(escalated_at, :now)");
    }

    void lapsed(Duty duty) {
        set(duty, "lapsed_at = :now");
    }

    private void set(Duty duty, String change) {
        jdbc.sql("update duty set " + change + " where id = :id")
                .param("now", Timestamp.from(time.now()))
                .param("id", duty.id())
                .update();
    }

    private static Duty duty(ResultSet row, int number) throws SQLException {
        return new Duty(
                row.getLong("id"),
                DutyKind.of(row.getString("kind")),
                row.getDate("period_start").toLocalDate(),
                row.getDate("due_on").toLocalDate(),
                row.getTimestamp("opens_at").toInstant(),
                row.getTimestamp("remind_at").toInstant(),
                row.getTimestamp("due_at").toInstant(),
                row.getTimestamp("escalate_at").toInstant(),
                state(row));
    }

    private static Duty.State state(ResultSet row) throws SQLException {
        if (row.getTimestamp("done_at") != null) {
            return Duty.State.DONE;
        }
        if (row.getTimestamp("missed_at") != null) {
            return Duty.State.MISSED;
        }
        return row.getTimestamp("lapsed_at") != null ? Duty.State.LAPSED : Duty.State.OWED;
    }
}
