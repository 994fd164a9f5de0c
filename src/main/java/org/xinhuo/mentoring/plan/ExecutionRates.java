package org.xinhuo.mentoring.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;

/**
 * Actions done by their due date / actions due by now (contract, formulas), over all pairs and by the department in
 * which the mentee was when both confirmed: a move changes no figure of the past. Reads, never writes.
 *
 * <p>An action counts once, in the version that both confirmed. A change wipes nothing: what was due before the day on
 * which it came into force counts as it stood then, in the plan that was changed, whether the change keeps, moves or
 * drops it; from that day on the changed plan counts. An action counts as due from its due day on, that day included, as
 * long as its plan held; what would have fallen due after the mentorship had ended, or after the next round's plan had
 * come into force, never does. On time is what the mentee had marked by the due day. {@link MeasureExecution} counts the
 * same for one pair.
 *
 * <p>A due day that lay ahead when a pause began moves by the calendar days of the pause, one pause after the other, and
 * lies after today while a pause lasts: {@link org.xinhuo.mentoring.absence.PauseCalendar}, over all pairs at once.
 */
@Component
@Transactional(readOnly = true)
public class ExecutionRates {

    private static final int DECIMALS = 6;

    /** One row an action that was due in the period. */
    private static final String DUE = """
            with recursive held as (
                select p.id, p.mentorship_id, p.concluded_at, coalesce(p.department, e.department) as department,
                    (m.ended_at at time zone :zone)::date as ended_on,
                    case when p.changes_plan_id is not null then (p.concluded_at at time zone :zone)::date end as since,
                    (lead(p.concluded_at) over next at time zone :zone)::date as followed_on,
                    lead(p.changes_plan_id) over next is not distinct from p.id as changed
                from plan p join mentorship m on m.id = p.mentorship_id join employee e on e.id = m.mentee_id
                where p.state = 'CONFIRMED'
                window next as (partition by p.mentorship_id order by p.round)),
            pause as (
                select held.id as plan_id, p.paused_on, coalesce(p.resumed_on, :tomorrow) - p.paused_on as days,
                    row_number() over (partition by held.id order by p.paused_at, p.id) as turn
                from held
                join mentorship_pause p on p.mentorship_id = held.mentorship_id and p.paused_at >= held.concluded_at),
            moved as (
                select a.id, held.id as plan_id, a.due_on, a.done_on, 0::bigint as turn
                from held
                join plan_version v on v.plan_id = held.id
                    and v.version = (select max(version) from plan_version where plan_id = held.id)
                join plan_goal g on g.plan_version_id = v.id
                join plan_action a on a.goal_id = g.id
                where a.due_on <= :to
                union all
                select moved.id, moved.plan_id,
                    case when moved.due_on >= pause.paused_on then moved.due_on + pause.days else moved.due_on end,
                    moved.done_on, pause.turn
                from moved
                join pause on pause.plan_id = moved.plan_id and pause.turn = moved.turn + 1),
            action as (
                select distinct on (id) plan_id, due_on, done_on from moved order by id, turn desc),
            due as (
                select held.mentorship_id, held.department, a.done_on is not null and a.done_on <= a.due_on as on_time
                from action a
                join held on held.id = a.plan_id
                where a.due_on between :from and :to
                    and (held.ended_on is null or a.due_on <= held.ended_on)
                    and (held.since is null or a.due_on >= held.since)
                    and (held.followed_on is null or a.due_on < held.followed_on
                        or a.due_on = held.followed_on and not held.changed))
            """;

    private final JdbcClient jdbc;
    private final CompanyTime time;

    ExecutionRates(JdbcClient jdbc, CompanyTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** Days, both included. The last one is never after today: what is not yet due counts nowhere. */
    public record Period(LocalDate from, LocalDate to) {}

    /**
     * How well plans were carried out.
     *
     * @param department null for the whole company
     * @param pairs mentorships with at least one action due
     * @param due actions that were due in the period
     * @param onTime those of them that were done by their due date
     */
    public record Rate(@Nullable String department, int pairs, int due, int onTime) {

        /** On time / due, six decimals, half up; null where nothing was due. */
        public @Nullable BigDecimal rate() {
            return due == 0
                    ? null
                    : BigDecimal.valueOf(onTime).divide(BigDecimal.valueOf(due), DECIMALS, RoundingMode.HALF_UP);
        }
    }

    /** @param from null from the beginning; @param to null for today */
    public Period period(@Nullable LocalDate from, @Nullable LocalDate to) {
        LocalDate today = time.today();
        return new Period(from == null ? LocalDate.EPOCH : from, to == null || to.isAfter(today) ? today : to);
    }

    /** One rate, also where nothing was due. */
    public Rate company(Period period) {
        return rows(
                        "select null as department, count(distinct mentorship_id) as pairs, count(*) as due,"
                                + " count(*) filter (where on_time) as on_time from due",
                        period)
                .get(0);
    }

    /** The departments in which something was due, by name. */
    public List<Rate> departments(Period period) {
        return rows(
                "select department, count(distinct mentorship_id) as pairs, count(*) as due,"
                        + " count(*) filter (where on_time) as on_time from due group by department"
                        + " order by department",
                period);
    }

    /** One mentorship, its mentee and its mentor of now (null where there is none): the rate of a pair. */
    public record PairRate(
            String mentorshipId, String menteeId, @Nullable String mentorId, Rate rate) {}

    /** The mentorships in which something was due, by their id. */
    public List<PairRate> pairs(Period period) {
        return query(
                "select mentorship_id, m.mentee_id, m.mentor_id, null as department, 1 as pairs, count(*) as due,"
                        + " count(*) filter (where on_time) as on_time from due join mentorship m on m.id = mentorship_id"
                        + " group by mentorship_id, m.mentee_id, m.mentor_id order by mentorship_id",
                period,
                (row, number) -> new PairRate(
                        row.getString("mentorship_id"),
                        row.getString("mentee_id"),
                        row.getString("mentor_id"),
                        rate(row, number)));
    }

    /** One department, also where nothing was due in it. */
    public Rate department(String name, Period period) {
        return departments(period).stream()
                .filter(rate -> name.equals(rate.department()))
                .findFirst()
                .orElse(new Rate(name, 0, 0, 0));
    }

    private List<Rate> rows(String select, Period period) {
        return query(select, period, ExecutionRates::rate);
    }

    private <T> List<T> query(String select, Period period, RowMapper<T> mapper) {
        return jdbc.sql(DUE + select)
                .param("zone", time.zone().getId())
                .param("from", Date.valueOf(period.from()))
                .param("to", Date.valueOf(period.to()))
                .param("tomorrow", Date.valueOf(time.today().plusDays(1)))
                .query(mapper)
                .list();
    }

    private static Rate rate(ResultSet row, int number) throws SQLException {
        return new Rate(row.getString("department"), row.getInt("pairs"), row.getInt("due"), row.getInt("on_time"));
    }
}
