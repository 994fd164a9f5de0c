package org.xinhuo.incentive.rota;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.engine.Decisions;
import org.xinhuo.engine.Outcome;

/** Who shares when, for pages and the interface. */
@Service
@Transactional(readOnly = true)
public class ShowRota {

    /** How many shares of a month one page has. */
    public static final int PAGE = 100;

    private static final int MOST_SHARES = 300;

    private static final int MONTHS = 12;
    private static final String TARGETS = "share-targets";

    private final Rotas rotas;
    private final Decisions decisions;
    private final SwapRules rules;
    private final JdbcClient jdbc;
    private final CompanyTime time;

    ShowRota(Rotas rotas, SwapRules rules, Decisions decisions, JdbcClient jdbc, CompanyTime time) {
        this.rotas = rotas;
        this.rules = rules;
        this.decisions = decisions;
        this.jdbc = jdbc;
        this.time = time;
    }

    /**
     * A planned share, by the rota or by hand.
     *
     * @param leaves whether the lecturer no longer works here by then
     */
    public record Turn(
            String shareId,
            String group,
            String lecturerId,
            String lecturerName,
            String title,
            Instant startsAt,
            int minutes,
            @Nullable String place,
            @Nullable String audience,
            boolean contentIn,
            boolean leaves) {}

    /** Somebody who waits for a turn, the next first. */
    public record Waiting(String lecturerId, String name) {}

    /** When a lecturer is away. */
    public record Absence(long id, String lecturerId, LocalDate firstDay, LocalDate lastDay) {}

    /** The groups that lecturers are in. */
    public List<String> groups() {
        return rotas.groups();
    }

    public List<String> activeGroups() {
        return rotas.all().stream().filter(Rota::active).map(Rota::group).toList();
    }

    public Optional<Rota> rota(String group) {
        return rotas.find(group);
    }

    /** The next planned shares of a group, {@value #MOST_SHARES} at most. */
    public List<Turn> turns(String group) {
        return ask("l.lecturer_group = :group", Map.of("group", group), MOST_SHARES, 0);
    }

    /** All planned shares of a lecturer, in whatever group. */
    public List<Turn> own(String lecturerId) {
        return ask("s.lecturer_id = :lecturer", Map.of("lecturer", lecturerId), MOST_SHARES, 0);
    }

    /** The months in which the group has planned shares. */
    public List<YearMonth> months(String group, ZoneId zone) {
        return jdbc.sql("select distinct to_char(s.starts_at at time zone :zone, 'YYYY-MM') as month from share s"
                        + " join lecturer l on l.employee_id = s.lecturer_id where s.state = 'PLANNED'"
                        + " and s.starts_at > :now and l.lecturer_group = :group order by month")
                .param("zone", zone.getId())
                .param("now", Timestamp.from(time.now()))
                .param("group", group)
                .query((row, number) -> YearMonth.parse(row.getString("month")))
                .list();
    }

    /**
     * The planned shares of a group in a month.
     *
     * @param page counts from 0, {@value #PAGE} shares each
     */
    public List<Turn> turns(String group, YearMonth month, ZoneId zone, int page) {
        return ask(
                "l.lecturer_group = :group and s.starts_at >= :first and s.starts_at < :next",
                Map.of("group", group, "first", start(month, zone), "next", start(month.plusMonths(1), zone)),
                PAGE,
                page * PAGE);
    }

    /**
     * Shares of others of the group that a lecturer may take in return, by the table {@code share-swap-rule}: from a
     * month on, the next first.
     */
    public List<Turn> exchange(String lecturerId, String group, YearMonth month, ZoneId zone) {
        return ask(
                        "l.lecturer_group = :group and s.lecturer_id <> :lecturer and s.submitted_at is null"
                                + " and s.starts_at >= :first",
                        Map.of("group", group, "lecturer", lecturerId, "first", start(month, zone)),
                        MOST_SHARES,
                        0)
                .stream()
                .filter(turn -> rules.mayBeExchanged(turn.startsAt()))
                .toList();
    }

    private static Timestamp start(YearMonth month, ZoneId zone) {
        return Timestamp.from(month.atDay(1).atStartOfDay(zone).toInstant());
    }

    private List<Turn> ask(String which, Map<String, ?> values, int most, int offset) {
        return jdbc.sql("select s.id, l.lecturer_group, s.lecturer_id, e.name, s.title, s.starts_at, s.minutes,"
                        + " s.place, s.audience, s.submitted_at is not null as content_in,"
                        + " coalesce(s.starts_at at time zone e.time_zone >= e.left_on, false) as leaves from share s"
                        + " join lecturer l on l.employee_id = s.lecturer_id join employee e on e.id = s.lecturer_id"
                        + " where s.state = 'PLANNED' and s.starts_at > :now and " + which
                        + " order by s.starts_at, s.id limit :most offset :offset")
                .param("now", Timestamp.from(time.now()))
                .params(values)
                .param("most", most)
                .param("offset", offset)
                .query((row, number) -> new Turn(
                        row.getString("id"),
                        row.getString("lecturer_group"),
                        row.getString("lecturer_id"),
                        row.getString("name"),
                        row.getString("title"),
                        row.getTimestamp("starts_at").toInstant(),
                        row.getInt("minutes"),
                        row.getString("place"),
                        row.getString("audience"),
                        row.getBoolean("content_in"),
                        row.getBoolean("leaves")))
                .list();
    }

    /** The queue as it stands, leavers left out and new lecturers at its end. */
    public List<Waiting> queue(String group) {
        TurnOrder turns = new TurnOrder(rotas.queue(group));
        turns.follow(rotas.members(group, time.today()));
        List<String> queue = turns.queue();
        return jdbc.sql("select id, name from employee where id = any(:ids) order by array_position(:ids, id)")
                .param("ids", queue.toArray(String[]::new))
                .query((row, number) -> new Waiting(row.getString("id"), row.getString("name")))
                .list();
    }

    /**
     * What a rota comes to, about.
     *
     * @param sharesAMonth over the next year, holidays not looked at
     * @param lecturers of the group today
     * @param each shares a lecturer and month
     * @param target shares a month by the table {@code share-targets}; null where it does not say
     */
    public record Pace(
            BigDecimal sharesAMonth,
            int lecturers,
            BigDecimal each,
            @Nullable Integer target) {

        /** Whoever shares only by turn cannot reach the target. */
        public boolean tooSlow() {
            return target != null && each.compareTo(BigDecimal.valueOf(target)) < 0;
        }
    }

    /** Nothing where the group has no rota or no lecturers. */
    public Optional<Pace> pace(String group) {
        LocalDate today = time.today();
        int lecturers = rotas.members(group, today).size();
        if (lecturers == 0) {
            return Optional.empty();
        }
        return rotas.find(group).map(rota -> {
            LocalDate first = rota.beginsOn().isAfter(today) ? rota.beginsOn() : today;
            int days = rota.rule()
                    .days(rota.beginsOn(), first, first.plusYears(1).minusDays(1))
                    .size();
            BigDecimal shares = BigDecimal.valueOf((long) days * rota.lecturers());
            return new Pace(
                    shares.divide(BigDecimal.valueOf(MONTHS), 1, RoundingMode.HALF_UP),
                    lecturers,
                    shares.divide(BigDecimal.valueOf((long) MONTHS * lecturers), 1, RoundingMode.HALF_UP),
                    target(group));
        });
    }

    private @Nullable Integer target(String group) {
        List<Outcome.Row> rows = decisions
                .preview(TARGETS)
                .decide(Map.of("group", group, "month", time.thisMonth().toString()))
                .rowsIfAny();
        return rows.isEmpty() || !(rows.get(0).value("shares") instanceof Number shares) ? null : shares.intValue();
    }

    /** Everybody who lectures here today, by name. */
    public List<Waiting> lecturers() {
        return jdbc.sql("select e.id, e.name from lecturer l join employee e on e.id = l.employee_id"
                        + " where e.hired_on <= :today and (e.left_on is null or e.left_on > :today)"
                        + " order by e.name, e.id")
                .param("today", Date.valueOf(time.today()))
                .query((row, number) -> new Waiting(row.getString("id"), row.getString("name")))
                .list();
    }

    /** What has become of a day of the rule otherwise than planned. */
    public enum Fate {
        SKIPPED,
        MOVED,
        CANCELLED
    }

    /**
     * A day of the rule that is not what it was meant to be.
     *
     * @param lecturerName who gives or would have given the share; null where there is none
     * @param startsAt of the share; null where there is none
     * @param reason the holiday, or what somebody wrote; null where nothing is known
     */
    public record Day(
            LocalDate slotOn,
            Fate fate,
            @Nullable String lecturerName,
            @Nullable Instant startsAt,
            @Nullable String reason) {}

    /** Days left out, moved and called off, of the last four weeks and the next twelve. */
    public List<Day> days(String group) {
        LocalDate today = time.today();
        return jdbc.sql("""
                        select r.slot_on, e.name, s.starts_at,
                            case when s.id is null then 'SKIPPED' when s.state = 'CANCELLED' then 'CANCELLED'
                                else 'MOVED' end as fate,
                            coalesce(asked.reason, r.reason) as reason
                        from rota_slot r join rota on rota.lecturer_group = r.lecturer_group
                        left join share s on s.id = r.share_id left join employee e on e.id = s.lecturer_id
                        left join lateral (select c.reason from share_change c where c.share_id = s.id
                            and c.kind <> 'PASSED_ON' and c.carried_out_at is not null
                            and (c.kind = 'CANCELLED') = (s.state = 'CANCELLED')
                            order by c.id desc limit 1) asked on true
                        where r.lecturer_group = :group and r.slot_on >= :first and r.slot_on <= :last
                          and (s.id is null or s.state = 'CANCELLED'
                            or (s.starts_at at time zone rota.time_zone)::date <> r.slot_on)
                        order by r.slot_on, s.id""")
                .param("group", group)
                .param("first", Date.valueOf(today.minusWeeks(4)))
                .param("last", Date.valueOf(today.plusWeeks(12)))
                .query((row, number) -> {
                    Timestamp starts = row.getTimestamp("starts_at");
                    return new Day(
                            row.getDate("slot_on").toLocalDate(),
                            Fate.valueOf(row.getString("fate")),
                            row.getString("name"),
                            starts == null ? null : starts.toInstant(),
                            row.getString("reason"));
                })
                .list();
    }

    /** A lecturer's own absences that are not over. */
    public List<Absence> absences(String lecturerId) {
        return jdbc.sql("select id, lecturer_id, first_day, last_day from lecturer_absence"
                        + " where lecturer_id = :lecturer and last_day >= :today order by first_day")
                .param("lecturer", lecturerId)
                .param("today", Date.valueOf(time.today()))
                .query((row, number) -> new Absence(
                        row.getLong("id"),
                        row.getString("lecturer_id"),
                        row.getDate("first_day").toLocalDate(),
                        row.getDate("last_day").toLocalDate()))
                .list();
    }
}
