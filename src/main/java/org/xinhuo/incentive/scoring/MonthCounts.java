package org.xinhuo.incentive.scoring;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.incentive.scoring.RankOrder.AllRatings;

/** Counts a month from the tables of shares and ratings, for everybody at once. */
@Component
class MonthCounts {

    /**
     * A person was a lecturer in a month who had become one by its end, or who had a share in it all the same. Ratings
     * count for every share of the month, reuses brought over by a file too; held and on time count only for those that
     * reach the minutes. All other reuses belong to the month in which somebody downloaded or forwarded a file for the
     * first time, whenever its share was.
     */
    private static final String COUNT = """
            with target (lecturer_group, minutes) as (values %s),
            month_share as (
                select id, lecturer_id, state, content_state, reported_minutes, imported_reuse
                from share where starts_at >= :from and starts_at < :until),
            shared as (
                select s.lecturer_id,
                       count(*) filter (where s.state = 'HELD' and s.reported_minutes >= t.minutes) as held,
                       count(*) filter (where s.state = 'HELD' and s.reported_minutes >= t.minutes
                                        and s.content_state = 'SUBMITTED') as on_time,
                       sum(s.imported_reuse) as reuses
                from month_share s
                join lecturer l on l.employee_id = s.lecturer_id
                join target t on t.lecturer_group = l.lecturer_group
                group by s.lecturer_id),
            reused as (
                select s.lecturer_id, count(*) as reuses
                from share_reuse u join share s on s.id = u.share_id
                where u.reused_at >= :from and u.reused_at < :until and u.employee_id <> s.lecturer_id
                group by s.lecturer_id),
            rated as (
                select s.lecturer_id, count(*) as ratings, sum(r.score) as rating_sum,
                       count(distinct r.learner_id) as raters
                from month_share s join rating r on r.share_id = s.id
                group by s.lecturer_id)
            select l.employee_id, e.name, e.department, l.lecturer_group,
                   coalesce(s.held, 0) as held, coalesce(s.on_time, 0) as on_time,
                   coalesce(r.ratings, 0) as ratings, coalesce(r.rating_sum, 0) as rating_sum,
                   coalesce(r.raters, 0) as raters, coalesce(s.reuses, 0) + coalesce(u.reuses, 0) as reuses
            from lecturer l
            join employee e on e.id = l.employee_id
            left join shared s on s.lecturer_id = l.employee_id
            left join rated r on r.lecturer_id = l.employee_id
            left join reused u on u.lecturer_id = l.employee_id
            where l.since < :nextMonth or s.lecturer_id is not null
            order by l.employee_id
            """;

    private final JdbcClient jdbc;
    private final CompanyTime time;

    MonthCounts(JdbcClient jdbc, CompanyTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    List<String> groups() {
        return jdbc.sql("select distinct lecturer_group from lecturer order by lecturer_group")
                .query(String.class)
                .list();
    }

    /** @param minutes by lecturer group, from how many minutes a share counts */
    List<MonthCount> ofEverybody(YearMonth period, Map<String, Integer> minutes) {
        if (minutes.isEmpty()) {
            return List.of();
        }
        List<String> rows = new ArrayList<>();
        for (int index = 0; index < minutes.size(); index++) {
            rows.add("(cast(:group" + index + " as text), cast(:minutes" + index + " as integer))");
        }
        JdbcClient.StatementSpec statement = jdbc.sql(COUNT.formatted(String.join(", ", rows)))
                .param("from", timestamp(from(period)))
                .param("until", timestamp(until(period)))
                .param("nextMonth", period.plusMonths(1).atDay(1));
        int index = 0;
        for (Map.Entry<String, Integer> group : minutes.entrySet()) {
            statement = statement.param("group" + index, group.getKey()).param("minutes" + index, group.getValue());
            index++;
        }
        return statement
                .query((row, number) -> new MonthCount(
                        row.getString("employee_id"),
                        row.getString("name"),
                        row.getString("department"),
                        row.getString("lecturer_group"),
                        row.getInt("held"),
                        row.getInt("on_time"),
                        row.getInt("ratings"),
                        row.getInt("rating_sum"),
                        row.getInt("raters"),
                        row.getInt("reuses")))
                .list();
    }

    /** All ratings of the month's shares, whoever held them. */
    AllRatings allRatings(YearMonth period) {
        return jdbc.sql("select count(*) as ratings, coalesce(sum(r.score), 0) as rating_sum"
                        + " from share s join rating r on r.share_id = s.id"
                        + " where s.starts_at >= :from and s.starts_at < :until")
                .param("from", timestamp(from(period)))
                .param("until", timestamp(until(period)))
                .query((row, number) -> new AllRatings(row.getLong("ratings"), row.getLong("rating_sum")))
                .single();
    }

    private Instant from(YearMonth period) {
        return time.startOf(period.atDay(1));
    }

    private Instant until(YearMonth period) {
        return time.startOf(period.plusMonths(1).atDay(1));
    }

    private static Timestamp timestamp(Instant instant) {
        return Timestamp.from(instant);
    }
}
