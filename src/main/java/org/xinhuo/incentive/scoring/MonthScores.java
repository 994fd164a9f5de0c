package org.xinhuo.incentive.scoring;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xinhuo.base.CompanyTime;

/**
 * Counts, scores and ranks a month by one statement: of the whole company, or of one lecturer by the same one. Its
 * formulas are functions of the database. Grades are given by {@link #graded}.
 */
@Component
class MonthScores {

    /**
     * A person was a lecturer in a month who had become one by its end and worked here on a day of it, or who had a share
     * in it all the same. Ratings
     * count for every share of the month, reuses brought over by a file too; held and on time count only for those that
     * reach the minutes. All other reuses belong to the month in which somebody downloaded or forwarded a file for the
     * first time, whenever its share was.
     *
     * <p>A rank needs everybody: the number of ratings and their sum of every lecturer, hence one pass over the month's
     * ratings, by share. How many different people rated is counted for one lecturer alone where one is asked for, and
     * for those few others whose single shares have too few raters for a rank while all together might do. Ratings are
     * looked up share by share (lateral, offset 0), never by reading through those of all the years.
     */
    private static final String STATEMENT = """
            with rule as (
                select * from unnest(cast(:groups as text[]), cast(:shares as integer[]), cast(:minutes as integer[]),
                                     cast(:reuse as integer[]), cast(:raters as integer[]),
                                     cast(:weightShares as numeric[]), cast(:weightRating as numeric[]),
                                     cast(:weightReuse as numeric[]), cast(:weightTimeliness as numeric[]))
                    as r (lecturer_group, shares, minutes, reuse, raters,
                          weight_shares, weight_rating, weight_reuse, weight_timeliness)),
            lecturing as (
                select l.employee_id as lecturer_id, e.name, coalesce(c.department, e.department) as department,
                       coalesce(c.lecturer_group, l.lecturer_group) as lecturer_group,
                       l.since < :nextMonth and (e.left_on is null or e.left_on > :firstDay)
                           and not exists (select 1 from employee_return r
                                           where r.employee_id = l.employee_id and r.left_on <= :firstDay
                                             and r.returned_on >= :nextMonth)
                           or c.lecturer_id is not null as lectured
                from lecturer l
                join employee e on e.id = l.employee_id
                left join lecturer_month c on :asConfirmed and c.period = :period and c.lecturer_id = l.employee_id
                                              and c.confirmed_at is not null),
            month_share as materialized (
                select id, lecturer_id, state, content_state, reported_minutes, imported_reuse
                from share where starts_at >= :from and starts_at < :until),
            shared as (
                select s.lecturer_id,
                       count(*) filter (where s.state = 'HELD' and s.reported_minutes >= t.minutes) as held,
                       count(*) filter (where s.state = 'HELD' and s.reported_minutes >= t.minutes
                                        and s.content_state = 'SUBMITTED') as on_time,
                       sum(s.imported_reuse) as reuses
                from month_share s join lecturing l using (lecturer_id) join rule t using (lecturer_group)
                group by s.lecturer_id),
            reused as (
                select s.lecturer_id, count(*) as reuses
                from share_reuse u join share s on s.id = u.share_id
                where u.reused_at >= :from and u.reused_at < :until and u.employee_id <> s.lecturer_id
                group by s.lecturer_id),
            rated_share as materialized (
                select s.lecturer_id, r.ratings, r.rating_sum
                from month_share s
                cross join lateral (select count(*) as ratings, sum(score) as rating_sum
                                    from rating where share_id = s.id) r
                where r.ratings > 0),
            rated as (
                select lecturer_id, sum(ratings) as ratings, sum(rating_sum) as rating_sum,
                       max(ratings) as in_one_share
                from rated_share group by lecturer_id),
            company as (
                select cast(coalesce(sum(ratings), 0) as bigint) as ratings,
                       cast(coalesce(sum(rating_sum), 0) as bigint) as rating_sum from rated_share),
            different as (
                select s.lecturer_id, count(distinct r.learner_id) as raters
                from rated n
                join lecturing l using (lecturer_id)
                join rule t using (lecturer_group)
                join month_share s using (lecturer_id)
                cross join lateral (select learner_id from rating where share_id = s.id offset 0) r
                where cast(:only as text) is null or s.lecturer_id = :only
                   or n.in_one_share < t.raters and n.ratings >= t.raters
                group by s.lecturer_id),
            counted as (
                select l.lecturer_id, l.name, l.department, l.lecturer_group,
                       cast(coalesce(s.held, 0) as integer) as held,
                       cast(coalesce(s.on_time, 0) as integer) as on_time,
                       cast(coalesce(n.ratings, 0) as integer) as ratings,
                       cast(coalesce(n.rating_sum, 0) as integer) as rating_sum,
                       cast(coalesce(d.raters, n.in_one_share, 0) as integer) as raters,
                       cast(coalesce(s.reuses, 0) + coalesce(u.reuses, 0) as integer) as reuses,
                       n.ratings > 0 and coalesce(d.raters, n.in_one_share) >= t.raters as for_cash,
                       coalesce(a.mean, levelled_mean(cast(n.rating_sum as bigint), cast(n.ratings as bigint),
                                                      company.rating_sum, company.ratings)) as mean
                from lecturing l
                join rule t using (lecturer_group)
                cross join company
                left join shared s using (lecturer_id)
                left join reused u using (lecturer_id)
                left join rated n using (lecturer_id)
                left join different d using (lecturer_id)
                left join unnest(cast(:adjusted as text[]), cast(:means as numeric[])) as a (lecturer_id, mean)
                    using (lecturer_id)
                where l.lectured or s.lecturer_id is not null),
            placed as (
                select c.*,
                       cast(case when for_cash then row_number() over (partition by for_cash
                           order by mean desc, ratings desc, lecturer_id collate "C") end as integer) as rating_rank,
                       cast(case when for_cash then row_number() over (partition by for_cash, department
                           order by mean desc, ratings desc, lecturer_id collate "C") end as integer) as department_rank,
                       cast(case when reuses > 0 then row_number() over (partition by reuses > 0
                           order by reuses desc, lecturer_id collate "C") end as integer) as reuse_rank
                from counted c)
            select p.*, score_reached(p.held, t.shares) as part_shares,
                   score_rating(p.rating_sum, p.ratings) as part_rating,
                   score_reached(p.reuses, t.reuse) as part_reuse,
                   score_timeliness(p.on_time, p.held) as part_timeliness,
                   lecturer_score(p.held, p.on_time, p.ratings, p.rating_sum, p.reuses, t.shares, t.reuse,
                       t.weight_shares, t.weight_rating, t.weight_reuse, t.weight_timeliness) as score
            from placed p join rule t using (lecturer_group)
            where cast(:only as text) is null or p.lecturer_id = :only
            order by p.lecturer_id collate "C"
            """;

    private static final String WHAT_IF = """
            select lecturer_score(f.held, f.on_time, f.ratings, f.rating_sum, f.reuses, :targetShares, :targetReuse,
                       :weightShares, :weightRating, :weightReuse, :weightTimeliness)
            from unnest(cast(:held as integer[]), cast(:onTime as integer[]), cast(:ratings as integer[]),
                        cast(:ratingSums as integer[]), cast(:reuses as integer[]))
                with ordinality as f (held, on_time, ratings, rating_sum, reuses, place)
            order by f.place
            """;

    private final JdbcClient jdbc;
    private final CompanyTime time;

    MonthScores(JdbcClient jdbc, CompanyTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /**
     * What is asked for.
     *
     * @param only this lecturer alone, with the ranks in the company; null for everybody
     * @param adjusted the adjusted means that the rank for cash follows; empty where it follows the contract
     * @param asConfirmed departments and groups as the month was confirmed with, not as they are today
     */
    record Scope(@Nullable String only, Map<String, BigDecimal> adjusted, boolean asConfirmed) {

        static final Scope EVERYBODY = new Scope(null, Map.of(), false);

        static Scope one(String lecturerId) {
            return new Scope(lecturerId, Map.of(), false);
        }
    }

    /** Every lecturer of the month with score and ranks, by id. */
    List<LecturerMonth> of(YearMonth period, ScoringRules rules, Scope scope) {
        List<String> groups = groups(period, scope.asConfirmed());
        if (groups.isEmpty()) {
            return List.of();
        }
        List<Targets> targets =
                groups.stream().map(group -> rules.targets(group, period)).toList();
        List<Weights> weights = groups.stream().map(rules::weights).toList();
        return jdbc.sql(STATEMENT)
                .param("groups", groups.toArray(String[]::new))
                .param("shares", integers(targets, Targets::shares))
                .param("minutes", integers(targets, Targets::minutes))
                .param("reuse", integers(targets, Targets::reuse))
                .param("raters", integers(targets, Targets::raters))
                .param("weightShares", decimals(weights, Weights::shares))
                .param("weightRating", decimals(weights, Weights::rating))
                .param("weightReuse", decimals(weights, Weights::reuse))
                .param("weightTimeliness", decimals(weights, Weights::timeliness))
                .param("firstDay", period.atDay(1))
                .param("nextMonth", period.plusMonths(1).atDay(1))
                .param("from", Timestamp.from(time.startOf(period.atDay(1))))
                .param("until", Timestamp.from(time.startOf(period.plusMonths(1).atDay(1))))
                .param("asConfirmed", scope.asConfirmed())
                .param("period", period.toString())
                .param("only", scope.only())
                .param("adjusted", scope.adjusted().keySet().toArray(String[]::new))
                .param("means", scope.adjusted().values().toArray(BigDecimal[]::new))
                .query((row, number) -> month(row, period, rules))
                .list();
    }

    /** The scores that these figures would make, in their order, by one statement. */
    List<BigDecimal> whatIf(Targets targets, Weights weights, List<Figures> figures) {
        return jdbc.sql(WHAT_IF)
                .param("targetShares", targets.shares())
                .param("targetReuse", targets.reuse())
                .param("weightShares", weights.shares())
                .param("weightRating", weights.rating())
                .param("weightReuse", weights.reuse())
                .param("weightTimeliness", weights.timeliness())
                .param("held", integers(figures, Figures::held))
                .param("onTime", integers(figures, Figures::onTime))
                .param("ratings", integers(figures, Figures::ratings))
                .param("ratingSums", integers(figures, Figures::ratingSum))
                .param("reuses", integers(figures, Figures::reuses))
                .query(BigDecimal.class)
                .list();
    }

    static LecturerMonth graded(LecturerMonth month, ScoringRules rules) {
        return month.graded(rules.grade(month.score(), month.averageRating(), month.held()));
    }

    private List<String> groups(YearMonth period, boolean asConfirmed) {
        return new ArrayList<>(
                jdbc.sql("select lecturer_group from lecturer union select lecturer_group from lecturer_month"
                                + " where :asConfirmed and period = :period and confirmed_at is not null order by 1")
                        .param("asConfirmed", asConfirmed)
                        .param("period", period.toString())
                        .query(String.class)
                        .list());
    }

    private static LecturerMonth month(ResultSet row, YearMonth period, ScoringRules rules) throws SQLException {
        String group = Objects.requireNonNull(row.getString("lecturer_group"));
        return new LecturerMonth(
                row.getString("lecturer_id"),
                row.getString("name"),
                row.getString("department"),
                group,
                period,
                false,
                row.getInt("held"),
                row.getInt("on_time"),
                row.getInt("ratings"),
                row.getInt("rating_sum"),
                row.getInt("raters"),
                row.getInt("reuses"),
                rules.targets(group, period),
                rules.weights(group),
                components(row),
                row.getBigDecimal("score"),
                null,
                new Ranks(
                        row.getObject("rating_rank", Integer.class),
                        row.getObject("reuse_rank", Integer.class),
                        row.getObject("department_rank", Integer.class)));
    }

    static Components components(ResultSet row) throws SQLException {
        return new Components(
                row.getBigDecimal("part_shares"),
                row.getBigDecimal("part_rating"),
                row.getBigDecimal("part_reuse"),
                row.getBigDecimal("part_timeliness"));
    }

    private static <T> Integer[] integers(List<T> of, Function<T, Integer> column) {
        return of.stream().map(column).toArray(Integer[]::new);
    }

    private static <T> BigDecimal[] decimals(List<T> of, Function<T, BigDecimal> column) {
        return of.stream().map(column).toArray(BigDecimal[]::new);
    }
}
