package org.xinhuo.incentive.scoring;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.engine.Decisions;
import org.xinhuo.incentive.fairness.FairScores;
import org.xinhuo.incentive.scoring.StoredMonths.Draft;

/** The results of a period as a review stores them: drafts first, then frozen. */
@Component
@Transactional
public class MonthlyResults {

    private final ScoreMonth score;
    private final StoredMonths stored;
    private final FairScores fairScores;
    private final Traces traces;
    private final Decisions decisions;
    private final JdbcClient jdbc;

    MonthlyResults(
            ScoreMonth score,
            StoredMonths stored,
            FairScores fairScores,
            Traces traces,
            Decisions decisions,
            JdbcClient jdbc) {
        this.score = score;
        this.stored = stored;
        this.fairScores = fairScores;
        this.traces = traces;
        this.decisions = decisions;
        this.jdbc = jdbc;
    }

    /**
     * Computes the whole company and stores it in the place of earlier drafts. Decisions are recorded. The rank for cash
     * follows the fair scores of the period where they say so.
     */
    public void compute(YearMonth period, String reviewId) {
        ScoringRules rules = new ScoringRules(key -> inputs -> decisions.decide(key, inputs));
        Map<String, List<Traces.TracedShare>> shares = traces.sharesByLecturer(period, null);
        List<Draft> drafts = score.of(period, rules, fairScores.forCash(period)).stream()
                .map(month -> ScoreMonth.graded(month, rules))
                .map(month -> new Draft(month, Traces.trace(month, shares.getOrDefault(month.lecturerId(), List.of()))))
                .toList();
        stored.replaceDrafts(period, reviewId, drafts);
    }

    /** Makes the drafts of a period final, exactly as they were computed. */
    public void freeze(YearMonth period, Instant at) {
        stored.freeze(period, at);
    }

    /** The stored months of a period by cash rank, then score, then id. */
    @Transactional(readOnly = true)
    public List<LecturerMonth> of(YearMonth period) {
        return stored.ofPeriod(period);
    }

    /** The confirmed grades of one person, by month, the latest first. */
    @Transactional(readOnly = true)
    public Map<YearMonth, String> gradesOf(String lecturerId) {
        return gradesOf(Set.of(lecturerId)).getOrDefault(lecturerId, Map.of());
    }

    /** The confirmed grades of these people, by id and month, the latest first. */
    @Transactional(readOnly = true)
    public Map<String, Map<YearMonth, String>> gradesOf(Set<String> lecturerIds) {
        Map<String, Map<YearMonth, String>> grades = new HashMap<>();
        if (lecturerIds.isEmpty()) {
            return grades;
        }
        jdbc.sql("select lecturer_id, period, grade from lecturer_month"
                        + " where lecturer_id in (:lecturers) and confirmed_at is not null")
                .param("lecturers", lecturerIds)
                .query((row, number) -> grades.computeIfAbsent(
                                row.getString("lecturer_id"), id -> new TreeMap<>(Comparator.reverseOrder()))
                        .put(YearMonth.parse(row.getString("period")), row.getString("grade")))
                .list();
        return grades;
    }

    /** The latest confirmed months of a person, the newest first. */
    @Transactional(readOnly = true)
    public List<LecturerMonth> latestOf(String lecturerId, int months) {
        return gradesOf(lecturerId).keySet().stream()
                .limit(months)
                .flatMap(period -> stored.confirmed(lecturerId, period).stream())
                .toList();
    }
}
