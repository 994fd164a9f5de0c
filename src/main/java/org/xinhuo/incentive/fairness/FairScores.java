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

/** The stored adjusted means: drafts that a review replaces, then frozen with the month; and those of corrections. */
@Component
@Transactional
public class FairScores {

    private static final String SELECT = "select * from counting_fair_score f where f.period = :period ";

    private static final String COLUMNS = "lecturer_id, mean, low, high, raw_mean, leniency, raters)";

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
                "insert into fair_score (period, " + COLUMNS + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                rows(period, scores));
    }

    private static List<Object[]> rows(String key, List<FairScore> scores) {
        return scores.stream()
                .map(one -> new Object[] {
                    key,
                    one.lecturerId(),
                    one.mean(),
                    one.low(),
                    one.high(),
                    one.rawMean(),
                    one.leniency(),
                    one.raters()
                })
                .toList();
    }

    /** Puts the draft of a correction in the place of its earlier draft. */
    void draft(YearMonth period, String correctionId, int number, String method, List<FairScore> scores) {
        for (String table : List.of("fair_revision_score", "fair_revision")) {
            jdbc.sql("delete from " + table + " where correction_id = :id")
                    .param("id", correctionId)
                    .update();
        }
        jdbc.sql("insert into fair_revision (correction_id, period, number, method)"
                        + " values (:id, :period, :number, :method)")
                .param("id", correctionId)
                .param("period", period.toString())
                .param("number", number)
                .param("method", method)
                .update();
        batch.batchUpdate(
                "insert into fair_revision_score (correction_id, " + COLUMNS + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                rows(correctionId, scores));
    }

    /** From now on the draft of this correction counts; a second time changes nothing. */
    public void confirm(String correctionId, Instant at) {
        jdbc.sql("update fair_revision set confirmed_at = :at where correction_id = :id and confirmed_at is null")
                .param("at", Timestamp.from(at))
                .param("id", correctionId)
                .update();
    }

    /** Whether what this correction computed does not count yet. */
    public boolean areDrafts(String correctionId) {
        return jdbc.sql("select exists (select 1 from fair_revision"
                        + " where correction_id = :id and confirmed_at is null)")
                .param("id", correctionId)
                .query(Boolean.class)
                .single();
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

    /**
     * Everybody who was rated in the month, the highest mean first: a review's drafts as well as what is confirmed or was
     * corrected since.
     */
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
        return jdbc.sql(SELECT + "and f.lecturer_id = :lecturer and f.confirmed_at is not null"
                        + " and f.raters >= f.minimum_raters")
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
