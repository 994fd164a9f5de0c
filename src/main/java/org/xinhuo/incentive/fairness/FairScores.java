package org.xinhuo.incentive.fairness;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The stored adjusted means: drafts that a review replaces, then frozen with the month. */
@Component
@Transactional
public class FairScores {

    private static final String SELECT = "select f.*, m.interval_level, m.method from fair_score f"
            + " join fair_month m on m.period = f.period where f.period = :period ";

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;

    FairScores(JdbcClient jdbc, JdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    /** Puts drafts in the place of the period's earlier drafts. */
    void replace(FairMonth month, String reviewId, int rounds, List<FairScore> scores, Instant at) {
        String period = month.period().toString();
        jdbc.sql("delete from fair_score where period = :period")
                .param("period", period)
                .update();
        jdbc.sql("""
                        insert into fair_month (period, review_id, window_from, method, cash_rank, rules_version,
                            ring_version, interval_level, minimum_raters, marks, raters, quality, severity, noise,
                            severities, rounds, computed_at)
                        values (:period, :review, :from, :method, :cashRank, :rules, :ring, :level, :minimum, :marks,
                            :raters, :quality, :severity, :noise, :severities, :rounds, :now)
                        on conflict (period) do update set
                            review_id = excluded.review_id, window_from = excluded.window_from,
                            method = excluded.method, cash_rank = excluded.cash_rank,
                            rules_version = excluded.rules_version, ring_version = excluded.ring_version,
                            interval_level = excluded.interval_level, minimum_raters = excluded.minimum_raters,
                            marks = excluded.marks, raters = excluded.raters, quality = excluded.quality,
                            severity = excluded.severity, noise = excluded.noise, severities = excluded.severities,
                            rounds = excluded.rounds, computed_at = excluded.computed_at
                        """)
                .param("period", period)
                .param("review", reviewId)
                .param("from", month.windowFrom().toString())
                .param("method", month.method())
                .param("cashRank", month.cashRank())
                .param("rules", month.rulesVersion())
                .param("ring", month.ringVersion())
                .param("level", month.intervalLevel())
                .param("minimum", month.minimumRaters())
                .param("marks", month.marks())
                .param("raters", month.raters())
                .param("quality", month.quality())
                .param("severity", month.severity())
                .param("noise", month.noise())
                .param("severities", month.severities().toArray(Integer[]::new))
                .param("rounds", rounds)
                .param("now", Timestamp.from(at))
                .update();
        batch.batchUpdate(
                "insert into fair_score (period, lecturer_id, mean, low, high, raw_mean, leniency, raters)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                scores.stream()
                        .map(one -> new Object[] {
                            period,
                            one.lecturerId(),
                            one.mean(),
                            one.low(),
                            one.high(),
                            one.rawMean(),
                            one.leniency(),
                            one.raters()
                        })
                        .toList());
    }

    /** Makes the drafts of a period final; a second time there are none. */
    public void freeze(YearMonth period, Instant at) {
        jdbc.sql("update fair_month set confirmed_at = :at where period = :period and confirmed_at is null")
                .param("at", Timestamp.from(at))
                .param("period", period.toString())
                .update();
    }

    /** The month as a whole; empty where no review computed it. */
    @Transactional(readOnly = true)
    public Optional<FairMonth> month(YearMonth period) {
        return jdbc.sql("select * from fair_month where period = :period")
                .param("period", period.toString())
                .query(FairScores::month)
                .optional();
    }

    /** Everybody who was rated in the month, drafts as well as frozen ones, the highest mean first. */
    @Transactional(readOnly = true)
    public List<FairScore> of(YearMonth period) {
        return jdbc.sql(SELECT + "order by f.mean desc, f.lecturer_id")
                .param("period", period.toString())
                .query(FairScores::score)
                .list();
    }

    /** What the lecturer may see: of a confirmed month, with enough raters. */
    @Transactional(readOnly = true)
    public Optional<FairScore> confirmed(String lecturerId, YearMonth period) {
        return jdbc.sql(SELECT + "and f.lecturer_id = :lecturer and m.confirmed_at is not null"
                        + " and f.raters >= m.minimum_raters")
                .param("period", period.toString())
                .param("lecturer", lecturerId)
                .query(FairScores::score)
                .optional();
    }

    /** The adjusted means by lecturer where this month's rank for cash follows them; empty where it does not. */
    @Transactional(readOnly = true)
    public Map<String, BigDecimal> forCash(YearMonth period) {
        if (!month(period).map(FairMonth::adjustedForCash).orElse(false)) {
            return Map.of();
        }
        Map<String, BigDecimal> means = new HashMap<>();
        of(period).forEach(one -> means.put(one.lecturerId(), one.mean()));
        return means;
    }

    private static FairMonth month(ResultSet row, int number) throws SQLException {
        Array severities = row.getArray("severities");
        return new FairMonth(
                YearMonth.parse(row.getString("period")),
                row.getTimestamp("confirmed_at") != null,
                YearMonth.parse(row.getString("window_from")),
                row.getString("method"),
                row.getString("cash_rank"),
                row.getInt("rules_version"),
                row.getInt("ring_version"),
                row.getBigDecimal("interval_level"),
                row.getInt("minimum_raters"),
                row.getInt("marks"),
                row.getInt("raters"),
                row.getDouble("quality"),
                row.getDouble("severity"),
                row.getDouble("noise"),
                Arrays.asList((Integer[]) severities.getArray()));
    }

    private static FairScore score(ResultSet row, int number) throws SQLException {
        return new FairScore(
                row.getString("lecturer_id"),
                row.getBigDecimal("mean"),
                row.getBigDecimal("low"),
                row.getBigDecimal("high"),
                row.getBigDecimal("interval_level"),
                row.getBigDecimal("raw_mean"),
                row.getBigDecimal("leniency"),
                row.getInt("raters"),
                row.getString("method"));
    }
}
