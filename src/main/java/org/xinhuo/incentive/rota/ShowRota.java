package org.xinhuo.incentive.rota;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;

/** Who shares when, for pages and the interface. */
@Service
@Transactional(readOnly = true)
public class ShowRota {

    private static final int MOST_SHARES = 300;

    private final Rotas rotas;
    private final JdbcClient jdbc;
    private final CompanyTime time;

    ShowRota(Rotas rotas, JdbcClient jdbc, CompanyTime time) {
        this.rotas = rotas;
        this.jdbc = jdbc;
        this.time = time;
    }

    /** A planned share, by the rota or by hand. */
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
            boolean contentIn) {}

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

    /** The planned shares from now on, of one group or of all for null. */
    public List<Turn> turns(@Nullable String group) {
        return jdbc.sql("select s.id, l.lecturer_group, s.lecturer_id, e.name, s.title, s.starts_at, s.minutes,"
                        + " s.place, s.audience, s.submitted_at is not null as content_in from share s"
                        + " join lecturer l on l.employee_id = s.lecturer_id join employee e on e.id = s.lecturer_id"
                        + " where s.state = 'PLANNED' and s.starts_at > :now"
                        + " and (cast(:group as text) is null or l.lecturer_group = :group)"
                        + " order by s.starts_at, s.id limit :limit")
                .param("now", Timestamp.from(time.now()))
                .param("group", group)
                .param("limit", MOST_SHARES)
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
                        row.getBoolean("content_in")))
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
