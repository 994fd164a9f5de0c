package org.xinhuo.incentive.content;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;

/** Shares as lists show them; one statement a list, however long. */
@Component
@Transactional(readOnly = true)
public class ShareList {

    private static final Duration BACK = Duration.ofDays(365);
    private static final int MOST = 50;

    private static final String SELECT = """
            select s.id, s.title, s.lecturer_id, e.name as lecturer, s.starts_at, s.state, s.content_state,
                   s.submitted_at is not null as submitted,
                   s.imported_reuse
                       + (select count(*) from share_reuse u where u.share_id = s.id and u.employee_id <> s.lecturer_id) as reuses,
                   (select count(*) from application_case c where c.share_id = s.id and c.confirmed is not null) as cases
            from share s join employee e on e.id = s.lecturer_id
            """;

    private final JdbcClient jdbc;
    private final CompanyTime time;

    ShareList(JdbcClient jdbc, CompanyTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /**
     * A share in a list.
     *
     * @param reuses distinct people and files, those brought over by file included
     * @param cases confirmed ones
     */
    public record Line(
            String id,
            String title,
            String lecturerId,
            String lecturer,
            Instant startsAt,
            String state,
            String contentState,
            boolean submitted,
            int reuses,
            int cases) {}

    /** A lecturer's own, the latest first. */
    public List<Line> given(String lecturerId) {
        return lines("where s.lecturer_id = :person and s.state <> 'CANCELLED'", lecturerId);
    }

    /** Those that a person gives or is invited to and that begin within this time, the next first. */
    public List<Line> coming(String personId, Duration within, int most) {
        return jdbc.sql(SELECT + "where s.state = 'PLANNED' and s.starts_at > :now and s.starts_at < :until"
                        + " and (s.lecturer_id = :person or s.id in ("
                        + "select share_id from share_attendance where employee_id = :person union all"
                        + " select share_id from share_invitation where person_id = :person and withdrawn_at is null))"
                        + " order by s.starts_at, s.id limit :most")
                .param("person", personId)
                .param("now", Timestamp.from(time.now()))
                .param("until", Timestamp.from(time.now().plus(within)))
                .param("most", most)
                .query(ShareList::line)
                .list();
    }

    /** Those of others to which a person is invited or was there, the latest first. */
    public List<Line> heard(String personId) {
        return lines(
                "where s.lecturer_id <> :person and s.state <> 'CANCELLED' and s.starts_at >= :since and s.id in ("
                        + "select share_id from share_attendance where employee_id = :person union all"
                        + " select share_id from share_invitation where person_id = :person and withdrawn_at is null)",
                personId);
    }

    /** Those of others that were held, the latest first; for who may have their material. */
    public List<Line> ofOthers(String personId) {
        return lines(
                "where s.lecturer_id <> :person and s.state = 'HELD' and s.submitted_at is not null"
                        + " and s.starts_at >= :since",
                personId);
    }

    private List<Line> lines(String where, String person) {
        return jdbc.sql(SELECT + where + " order by s.starts_at desc, s.id limit :most")
                .param("person", person)
                .param("since", Timestamp.from(time.now().minus(BACK)))
                .param("most", MOST)
                .query(ShareList::line)
                .list();
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(
                row.getString("id"),
                row.getString("title"),
                row.getString("lecturer_id"),
                row.getString("lecturer"),
                row.getTimestamp("starts_at").toInstant(),
                row.getString("state"),
                row.getString("content_state"),
                row.getBoolean("submitted"),
                row.getInt("reuses"),
                row.getInt("cases"));
    }
}
