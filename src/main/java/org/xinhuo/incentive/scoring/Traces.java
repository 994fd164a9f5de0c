package org.xinhuo.incentive.scoring;

import java.math.BigDecimal;
import java.math.MathContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xinhuo.base.CompanyTime;

/** Leads every point of a score back to the share it came from. */
@Component
class Traces {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final JdbcClient jdbc;
    private final CompanyTime time;

    Traces(JdbcClient jdbc, CompanyTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** One share of the month with what it gathered. */
    record TracedShare(
            String id,
            String lecturerId,
            String title,
            Instant startsAt,
            boolean held,
            @Nullable Integer minutes,
            String contentState,
            int ratings,
            int ratingSum,
            int reuses) {}

    /** The shares of a month by lecturer, and earlier or later ones that were reused in it, in the order they start. */
    Map<String, List<TracedShare>> sharesByLecturer(YearMonth period, @Nullable String onlyLecturer) {
        return jdbc
                .sql("""
                        with reused as (
                            select u.share_id, count(*) as reuses from share_reuse u join share s on s.id = u.share_id
                            where u.reused_at >= :from and u.reused_at < :until and u.employee_id <> s.lecturer_id
                              and (:everybody or s.lecturer_id = :only)
                            group by u.share_id),
                        rated as (
                            select r.share_id, count(*) as ratings, sum(r.score) as rating_sum
                            from share s join rating r on r.share_id = s.id
                            where s.starts_at >= :from and s.starts_at < :until
                              and (:everybody or s.lecturer_id = :only)
                            group by r.share_id)
                        select s.id, s.lecturer_id, s.title, s.starts_at, m.here and s.state = 'HELD' as held,
                               s.reported_minutes, case when m.here then s.content_state else '' end as content_state,
                               coalesce(r.ratings, 0) as ratings, coalesce(r.rating_sum, 0) as rating_sum,
                               case when m.here then s.imported_reuse else 0 end + coalesce(u.reuses, 0) as reuses
                        from share s
                        cross join lateral (select s.starts_at >= :from and s.starts_at < :until as here) m
                        left join reused u on u.share_id = s.id
                        left join rated r on r.share_id = s.id
                        where (s.starts_at >= :from and s.starts_at < :until or s.id in (select share_id from reused))
                          and (:everybody or s.lecturer_id = :only)
                        order by s.starts_at, s.id
                        """)
                .param("from", Timestamp.from(time.startOf(period.atDay(1))))
                .param("until", Timestamp.from(time.startOf(period.plusMonths(1).atDay(1))))
                .param("everybody", onlyLecturer == null)
                .param("only", onlyLecturer == null ? "" : onlyLecturer)
                .query((row, number) -> new TracedShare(
                        row.getString("id"),
                        row.getString("lecturer_id"),
                        row.getString("title"),
                        row.getTimestamp("starts_at").toInstant(),
                        row.getBoolean("held"),
                        row.getObject("reported_minutes", Integer.class),
                        row.getString("content_state"),
                        row.getInt("ratings"),
                        row.getInt("rating_sum"),
                        row.getInt("reuses")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(TracedShare::lecturerId));
    }

    /** Spreads the score of a month over its events; what lies above a target adds nothing. */
    static List<TraceEntry> trace(LecturerMonth month, List<TracedShare> shares) {
        Weights weights = month.weights();
        Points forShares = new Points(weights.shares(), weights, month.targets().shares());
        Points forTimeliness = new Points(weights.timeliness(), weights, month.held());
        Points forReuse = new Points(weights.reuse(), weights, month.targets().reuse());
        List<TraceEntry> trace = new ArrayList<>();
        for (TracedShare share : shares) {
            Integer minutes = share.minutes();
            boolean counts = share.held()
                    && minutes != null
                    && minutes >= month.targets().minutes();
            if (share.held()) {
                trace.add(entry(
                        share,
                        counts ? "shareHeld" : "shareTooShort",
                        minutes,
                        null,
                        null,
                        "shares",
                        forShares.next(counts ? 1 : 0)));
            }
            String delivered = switch (share.contentState()) {
                case "SUBMITTED" -> "contentOnTime";
                case "LATE" -> "contentLate";
                case "MISSED" -> "contentMissed";
                default -> "";
            };
            if (!delivered.isEmpty()) {
                boolean onTime = counts && delivered.equals("contentOnTime");
                trace.add(entry(share, delivered, null, null, null, "timeliness", forTimeliness.next(onTime ? 1 : 0)));
            }
            BigDecimal mean = Means.mean(share.ratingSum(), share.ratings());
            if (mean != null) {
                BigDecimal points = BigDecimal.TEN
                        .multiply(BigDecimal.valueOf(share.ratingSum()))
                        .multiply(weights.rating())
                        .divide(BigDecimal.valueOf(month.ratings()).multiply(weights.sum()), MathContext.DECIMAL128);
                trace.add(entry(share, "rated", null, share.ratings(), Means.rounded(mean), "rating", points));
            }
            if (share.reuses() > 0) {
                trace.add(entry(share, "reused", null, share.reuses(), null, "reuse", forReuse.next(share.reuses())));
            }
        }
        return trace;
    }

    private static TraceEntry entry(
            TracedShare share,
            String event,
            @Nullable Integer minutes,
            @Nullable Integer count,
            @Nullable BigDecimal mean,
            String component,
            BigDecimal points) {
        return new TraceEntry(
                event,
                share.id(),
                share.title(),
                share.startsAt(),
                minutes,
                count,
                mean,
                component,
                Means.rounded(points));
    }

    /** Gives points for each step towards a target, and none beyond it. */
    private static final class Points {

        private final BigDecimal whole;
        private final int target;
        private int reached;

        Points(BigDecimal weight, Weights all, int target) {
            this.whole = HUNDRED.multiply(weight).divide(all.sum(), MathContext.DECIMAL128);
            this.target = target;
        }

        BigDecimal next(int steps) {
            int before = Math.min(reached, target);
            reached += steps;
            int counting = Math.min(reached, target) - before;
            return counting == 0
                    ? BigDecimal.ZERO
                    : whole.multiply(BigDecimal.valueOf(counting))
                            .divide(BigDecimal.valueOf(target), MathContext.DECIMAL128);
        }
    }
}
