package org.xinhuo.incentive.rota;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.calendar.Recurrence;

/** The rotas, their queues, what became of their days, and who is away. */
@Repository
@Transactional
class Rotas {

    private static final String COLUMNS = "lecturer_group, active, rule, begins_on, starts_at, minutes, time_zone,"
            + " region, place, audience, horizon_days, lecturers";

    private final JdbcClient jdbc;
    private final CompanyTime time;

    Rotas(JdbcClient jdbc, CompanyTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    @Transactional(readOnly = true)
    Optional<Rota> find(String group) {
        return jdbc.sql("select " + COLUMNS + " from rota where lecturer_group = :group")
                .param("group", group)
                .query(Rotas::rota)
                .optional();
    }

    @Transactional(readOnly = true)
    List<Rota> all() {
        return jdbc.sql("select " + COLUMNS + " from rota order by lecturer_group")
                .query(Rotas::rota)
                .list();
    }

    /** The groups that lecturers are in, with a rota or without. */
    @Transactional(readOnly = true)
    List<String> groups() {
        return jdbc.sql("select lecturer_group from lecturer union select lecturer_group from rota order by 1")
                .query(String.class)
                .list();
    }

    /** Nobody else plans for this group until the transaction ends. */
    void hold(String group) {
        jdbc.sql("select 1 from rota where lecturer_group = :group for update")
                .param("group", group)
                .query(Integer.class)
                .optional();
    }

    void write(Rota rota, String by) {
        jdbc.sql("insert into rota as known (" + COLUMNS + ", changed_by, changed_at) values (:group, :active, :rule,"
                        + " :begins, cast(:starts as time), :minutes, :zone, :region, cast(:place as text),"
                        + " cast(:audience as text), :horizon, :lecturers, :by, :now)"
                        + " on conflict (lecturer_group) do update set active = excluded.active, rule = excluded.rule,"
                        + " begins_on = excluded.begins_on, starts_at = excluded.starts_at,"
                        + " minutes = excluded.minutes, time_zone = excluded.time_zone, region = excluded.region,"
                        + " place = excluded.place, audience = excluded.audience,"
                        + " horizon_days = excluded.horizon_days, lecturers = excluded.lecturers, changed_by = excluded.changed_by,"
                        + " changed_at = excluded.changed_at, version = known.version + 1")
                .param("group", rota.group())
                .param("active", rota.active())
                .param("rule", rota.rule().toString())
                .param("begins", Date.valueOf(rota.beginsOn()))
                .param("starts", rota.startsAt().toString())
                .param("minutes", rota.minutes())
                .param("zone", rota.zone().getId())
                .param("region", rota.region())
                .param("place", rota.place())
                .param("audience", rota.audience())
                .param("horizon", rota.horizonDays())
                .param("lecturers", rota.lecturers())
                .param("by", by)
                .param("now", Timestamp.from(time.now()))
                .update();
    }

    @Transactional(readOnly = true)
    List<String> queue(String group) {
        return jdbc.sql(
                        "select lecturer_id from rota_turn where lecturer_group = :group order by position, lecturer_id")
                .param("group", group)
                .query(String.class)
                .list();
    }

    void writeQueue(String group, List<String> queue) {
        jdbc.sql("delete from rota_turn where lecturer_group = :group")
                .param("group", group)
                .update();
        jdbc.sql("insert into rota_turn (lecturer_group, lecturer_id, position)"
                        + " select :group, lecturer, place from unnest(:queue) with ordinality as q (lecturer, place)")
                .param("group", group)
                .param("queue", queue.toArray(String[]::new))
                .update();
    }

    /** Who works here and lectures in the group on a day, the longest first. */
    @Transactional(readOnly = true)
    List<String> members(String group, LocalDate day) {
        return jdbc.sql("select l.employee_id from lecturer l join employee e on e.id = l.employee_id"
                        + " where l.lecturer_group = :group and l.since <= :day and e.hired_on <= :day"
                        + " and (e.left_on is null or e.left_on > :day)"
                        + " order by l.since, l.employee_id")
                .param("group", group)
                .param("day", Date.valueOf(day))
                .query(String.class)
                .list();
    }

    /**
     * A day of the rule that something has become of.
     *
     * @param numbers the turns that have their share
     * @param skipped it has none, for good
     */
    record Known(Set<Integer> numbers, boolean skipped) {}

    @Transactional(readOnly = true)
    Map<LocalDate, Known> slots(String group, LocalDate from) {
        Map<LocalDate, Known> slots = new HashMap<>();
        jdbc.sql("select slot_on, number, outcome from rota_slot where lecturer_group = :group and slot_on >= :from")
                .param("group", group)
                .param("from", Date.valueOf(from))
                .query(row -> {
                    boolean skipped = row.getString("outcome").equals("SKIPPED");
                    slots.merge(
                            row.getDate("slot_on").toLocalDate(),
                            new Known(Set.of(row.getInt("number")), skipped),
                            (one, other) -> new Known(
                                    Stream.of(one, other)
                                            .flatMap(known -> known.numbers().stream())
                                            .collect(Collectors.toSet()),
                                    one.skipped() || other.skipped()));
                });
        return slots;
    }

    /** The days on which the planned turns of a group take place now, with the days of the rule they come from. */
    @Transactional(readOnly = true)
    Map<LocalDate, LocalDate> taken(Rota rota, Instant from) {
        Map<LocalDate, LocalDate> taken = new HashMap<>();
        jdbc.sql("select r.slot_on, s.starts_at from rota_slot r join share s on s.id = r.share_id"
                        + " where r.lecturer_group = :group and s.state = 'PLANNED' and s.starts_at >= :from")
                .param("group", rota.group())
                .param("from", Timestamp.from(from))
                .query(row -> {
                    taken.put(
                            row.getTimestamp("starts_at")
                                    .toInstant()
                                    .atZone(rota.zone())
                                    .toLocalDate(),
                            row.getDate("slot_on").toLocalDate());
                });
        return taken;
    }

    void writeSlot(
            String group,
            LocalDate slot,
            int number,
            @Nullable String shareId,
            @Nullable String reason,
            RotaDays.Day day) {
        jdbc.sql("insert into rota_slot (lecturer_group, slot_on, number, outcome, share_id, reason,"
                        + " calendar_version, slot_version, planned_at) values (:group, :slot, :number, :outcome, cast(:share as text),"
                        + " cast(:reason as text), :calendar, cast(:rule as integer), :now)")
                .param("group", group)
                .param("slot", Date.valueOf(slot))
                .param("number", number)
                .param("outcome", shareId == null ? "SKIPPED" : "PLANNED")
                .param("share", shareId)
                .param("reason", reason)
                .param("calendar", day.calendarVersion())
                .param("rule", day.slotVersion())
                .param("now", Timestamp.from(time.now()))
                .update();
    }

    /** When somebody cannot. */
    record Away(long id, String lecturerId, LocalDate first, LocalDate last) {

        boolean covers(LocalDate day) {
            return !day.isBefore(first) && !day.isAfter(last);
        }
    }

    @Transactional(readOnly = true)
    List<Away> away(LocalDate from) {
        return jdbc.sql("select id, lecturer_id, first_day, last_day from lecturer_absence where last_day >= :from"
                        + " order by first_day, id")
                .param("from", Date.valueOf(from))
                .query((row, number) -> new Away(
                        row.getLong("id"),
                        row.getString("lecturer_id"),
                        row.getDate("first_day").toLocalDate(),
                        row.getDate("last_day").toLocalDate()))
                .list();
    }

    void writeAway(String lecturerId, LocalDate first, LocalDate last, String by) {
        jdbc.sql("insert into lecturer_absence (lecturer_id, first_day, last_day, written_by, written_at)"
                        + " values (:lecturer, :first, :last, :by, :now)")
                .param("lecturer", lecturerId)
                .param("first", Date.valueOf(first))
                .param("last", Date.valueOf(last))
                .param("by", by)
                .param("now", Timestamp.from(time.now()))
                .update();
    }

    boolean removeAway(long id, String lecturerId) {
        return jdbc.sql("delete from lecturer_absence where id = :id and lecturer_id = :lecturer")
                        .param("id", id)
                        .param("lecturer", lecturerId)
                        .update()
                == 1;
    }

    /** From when until when each of these lecturers gives planned shares, this one left out. */
    @Transactional(readOnly = true)
    Map<String, List<Instant[]>> busy(Instant from) {
        Map<String, List<Instant[]>> busy = new HashMap<>();
        jdbc.sql("select lecturer_id, starts_at, starts_at + minutes * interval '1 minute' as ends_at from share"
                        + " where state = 'PLANNED' and starts_at >= :from")
                .param("from", Timestamp.from(from))
                .query(row -> {
                    busy.computeIfAbsent(row.getString("lecturer_id"), any -> new ArrayList<>())
                            .add(new Instant[] {
                                row.getTimestamp("starts_at").toInstant(),
                                row.getTimestamp("ends_at").toInstant()
                            });
                });
        return busy;
    }

    private static Rota rota(ResultSet row, int number) throws SQLException {
        Time starts = row.getTime("starts_at");
        return new Rota(
                row.getString("lecturer_group"),
                row.getBoolean("active"),
                Recurrence.of(row.getString("rule")),
                row.getDate("begins_on").toLocalDate(),
                starts.toLocalTime(),
                row.getInt("minutes"),
                ZoneId.of(row.getString("time_zone")),
                row.getString("region"),
                row.getString("place"),
                row.getString("audience"),
                row.getInt("horizon_days"),
                row.getInt("lecturers"));
    }
}
