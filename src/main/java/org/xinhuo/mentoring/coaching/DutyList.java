package org.xinhuo.mentoring.coaching;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;

/** The mandatory duties as people read them: of one mentorship, and over the company what was not done. */
@Component
@Transactional(readOnly = true)
public class DutyList {

    private static final String SELECT = "select d.id, c.mentorship_id, c.mentee_id, c.mentor_id, d.kind,"
            + " d.period_start, d.due_on, d.due_at, d.done_at, d.missed_at, d.made_up_on, d.lapsed_at, d.reminded_at,"
            + " d.escalated_at from duty d join coaching_case c on c.id = d.coaching_id";

    private final JdbcClient jdbc;
    private final CompanyTime time;

    DutyList(JdbcClient jdbc, CompanyTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /**
     * One duty of one period.
     *
     * @param state owed; overdue (its task is still open after the due date, or HR was told); done; missed (its period
     *     passed without it, for good, also where it was made up for later); lapsed (the coaching ended before it was due)
     * @param madeUpOn the day on which a missed one was made up for, or null
     */
    public record Line(
            long id,
            String mentorshipId,
            String menteeId,
            String mentorId,
            String kind,
            LocalDate periodStart,
            LocalDate dueOn,
            String state,
            @Nullable LocalDate doneOn,
            @Nullable LocalDate missedOn,
            @Nullable LocalDate madeUpOn,
            @Nullable LocalDate remindedOn,
            @Nullable LocalDate escalatedOn) {}

    /**
     * All duties of a mentorship, earlier mentors' too: what is owed by its due date, then the rest, the latest first.
     *
     * @param visibleFrom from when on the reader sees what was done; coachings that were over by then are left out
     */
    public List<Line> of(String mentorshipId, Instant visibleFrom) {
        return jdbc.sql(SELECT
                        + " where c.mentorship_id = :id and (c.ended_at is null or c.ended_at > :visible) order by case when coalesce(d.done_at, d.missed_at,"
                        + " d.lapsed_at) is null then d.due_on end, d.due_on desc, d.kind, d.id desc")
                .param("id", mentorshipId)
                .param("visible", Timestamp.from(visibleFrom))
                .query(this::line)
                .list();
    }

    /**
     * What was not done in its time over all pairs: missed for good, or overdue with its task still open; the latest
     * due first. What was made up for stays in the list.
     *
     * @param state missed, which stands for both, or overdue
     * @param limit 1 to 1000, from {@code offset} on
     * @throws Refusal where a value is none of these
     */
    public List<Line> notDone(String state, int limit, int offset) {
        boolean overdueOnly = "overdue".equals(state);
        if (!overdueOnly && !"missed".equals(state)) {
            throw Refusal.invalid("state", "coaching.duties.state", state);
        }
        if (limit < 1 || limit > 1000) {
            throw Refusal.invalid("limit", "form.outOfRange", "limit", "1", "1000");
        }
        if (offset < 0) {
            throw Refusal.invalid("offset", "form.outOfRange", "offset", "0", String.valueOf(Integer.MAX_VALUE));
        }
        return jdbc.sql(SELECT + " where d.done_at is null and d.lapsed_at is null and ("
                        + (overdueOnly ? "d.missed_at is null and " : "d.missed_at is not null or ")
                        + "(d.escalated_at is not null or d.due_at <= :now))"
                        + " order by d.due_at desc, d.id desc limit :limit offset :offset")
                .param("now", Timestamp.from(time.now()))
                .param("limit", limit)
                .param("offset", offset)
                .query(this::line)
                .list();
    }

    /** How many that were due in a month are not done: missed for good, or overdue with the task still open. */
    public long notDoneIn(YearMonth month) {
        return jdbc.sql("select count(*) from duty d where d.done_at is null and d.lapsed_at is null"
                        + " and (d.missed_at is not null or d.escalated_at is not null or d.due_at <= :now)"
                        + " and d.due_on between :first and :last")
                .param("now", Timestamp.from(time.now()))
                .param("first", month.atDay(1))
                .param("last", month.atEndOfMonth())
                .query(Long.class)
                .single();
    }

    private Line line(ResultSet row, int number) throws SQLException {
        LocalDate madeUpOn = row.getObject("made_up_on", LocalDate.class);
        return new Line(
                row.getLong("id"),
                row.getString("mentorship_id"),
                row.getString("mentee_id"),
                row.getString("mentor_id"),
                row.getString("kind"),
                row.getObject("period_start", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                state(row),
                day(row, "done_at"),
                day(row, "missed_at"),
                madeUpOn,
                day(row, "reminded_at"),
                day(row, "escalated_at"));
    }

    private String state(ResultSet row) throws SQLException {
        if (row.getTimestamp("done_at") != null) {
            return "done";
        }
        if (row.getTimestamp("missed_at") != null) {
            return "missed";
        }
        if (row.getTimestamp("lapsed_at") != null) {
            return "lapsed";
        }
        boolean late = row.getTimestamp("escalated_at") != null
                || !row.getTimestamp("due_at").toInstant().isAfter(time.now());
        return late ? "overdue" : "owed";
    }

    private @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : time.dayOf(at.toInstant());
    }
}
