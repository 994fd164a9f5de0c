package org.xinhuo.incentive.opportunity;

import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;

/** The results of lecturers who are still here, all in one statement. */
@Component
@Transactional(readOnly = true)
class LecturerResults {

    private static final String SELECT = """
            with latest as (select max(period) as period from month_result where confirmed_at is not null)
            select l.employee_id, e.name, coalesce(m.grade, '') as grade, m.score,
                   coalesce((select case when t.kind in ('won', 'restored') then t.title end from title_entry t
                             where t.lecturer_id = l.employee_id order by t.id desc limit 1), '') as title,
                   (select count(*) from training_application a join training_offer o on o.id = a.offer_id
                    where a.lecturer_id = l.employee_id and a.state = 'PLACED' and o.state in ('GIVEN', 'CLOSED')
                      and a.placed_at > :yearAgo) as trainings
            from lecturer l
            join employee e on e.id = l.employee_id and (e.left_on is null or e.left_on > :today)
            left join lecturer_month m on m.lecturer_id = l.employee_id and m.confirmed_at is not null
                and m.period = (select period from latest)
            """;

    private final JdbcClient jdbc;
    private final CompanyTime time;

    LecturerResults(JdbcClient jdbc, CompanyTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** Everybody's, by id. */
    List<LecturerResult> all() {
        return query(SELECT + " order by l.employee_id", null);
    }

    /** Those of who has applied for this offer and still wants to go, by id. */
    List<LecturerResult> ofApplicants(String offerId) {
        return query(
                SELECT + " where exists (select 1 from training_application a where a.offer_id = :id"
                        + " and a.lecturer_id = l.employee_id and a.state = 'APPLIED') order by l.employee_id",
                offerId);
    }

    /** Of one; nobody's who is no lecturer here. */
    Optional<LecturerResult> of(String personId) {
        return query(SELECT + " where l.employee_id = :id", personId).stream().findFirst();
    }

    private List<LecturerResult> query(String sql, @Nullable String id) {
        return jdbc.sql(sql)
                .param("id", id)
                .param("today", time.today())
                .param(
                        "yearAgo",
                        Timestamp.from(
                                time.now().atZone(time.zone()).minusYears(1).toInstant()))
                .query((row, number) -> new LecturerResult(
                        row.getString("employee_id"),
                        row.getString("name"),
                        row.getString("grade"),
                        row.getBigDecimal("score"),
                        row.getString("title"),
                        row.getInt("trainings")))
                .list();
    }
}
