package org.xinhuo.incentive.scoring;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.Refusal;
import org.xinhuo.engine.Decisions;
import org.xinhuo.engine.Decisions.Preview;
import org.xinhuo.incentive.fairness.FairScores;
import org.xinhuo.incentive.scoring.StoredMonths.Draft;

/** The results of a period as a review stores them: drafts first, then frozen. */
@Component
@Transactional
public class MonthlyResults {

    private final MonthScores scores;
    private final StoredMonths stored;
    private final FairScores fairScores;
    private final Traces traces;
    private final Decisions decisions;
    private final JdbcClient jdbc;

    MonthlyResults(
            MonthScores scores,
            StoredMonths stored,
            FairScores fairScores,
            Traces traces,
            Decisions decisions,
            JdbcClient jdbc) {
        this.scores = scores;
        this.stored = stored;
        this.fairScores = fairScores;
        this.traces = traces;
        this.decisions = decisions;
        this.jdbc = jdbc;
    }

    /**
     * Computes the whole company and stores it in the place of earlier drafts. The rank for cash
     * follows the fair scores of the period where they say so.
     */
    public void compute(YearMonth period, String reviewId) {
        ScoringRules rules = new ScoringRules(this::table);
        Map<String, List<Traces.TracedShare>> shares = traces.sharesByLecturer(period, null);
        List<Draft> drafts =
                scores.of(period, rules, new MonthScores.Scope(null, fairScores.forCash(period), false)).stream()
                        .map(month -> MonthScores.graded(month, rules))
                        .map(month -> new Draft(
                                month, Traces.trace(month, shares.getOrDefault(month.lecturerId(), List.of()))))
                        .toList();
        stored.replaceDrafts(new StoredMonths.Draftsman(period, reviewId, null, 0), drafts);
    }

    /**
     * Targets and weights are asked once a group and kept in the history of the process. Grades have as many different
     * inputs as there are lecturers: two thousand records a month would say nothing that the stored months do not say,
     * which keep score, ratings, shares held, grade and the version of the table.
     */
    private Preview table(String key) {
        return key.equals("lecturer-grade") ? decisions.preview(key) : inputs -> decisions.decide(key, inputs);
    }

    /**
     * How many lecturers would have another result than their draft if the period were computed now. Severities of raters
     * are taken as they were computed. Empty where a decision table does not answer just now: then nobody can say.
     */
    @Transactional(readOnly = true)
    public OptionalInt outdated(YearMonth period) {
        try {
            return OptionalInt.of(differing(period));
        } catch (Refusal unreadable) {
            return OptionalInt.empty();
        }
    }

    private int differing(YearMonth period) {
        ScoringRules rules = new ScoringRules(decisions::preview);
        Map<String, LecturerMonth> drafts = new HashMap<>();
        stored.ofPeriod(period).forEach(draft -> drafts.put(draft.lecturerId(), draft));
        rules.remember(drafts.values());
        int differing = 0;
        for (LecturerMonth scored :
                scores.of(period, rules, new MonthScores.Scope(null, fairScores.forCash(period), false))) {
            LecturerMonth draft = drafts.remove(scored.lecturerId());
            if (draft == null || !draft.sameResult(MonthScores.graded(scored, rules))) {
                differing++;
            }
        }
        return differing + drafts.size();
    }

    /**
     * Whose draft does not hold all that they gave, were rated and were reused by now, counted by the targets that the
     * drafts were counted by. Nobody where a group is new since then and its table does not answer: no month waits for
     * that.
     */
    @Transactional(readOnly = true)
    public Set<String> incomplete(YearMonth period) {
        ScoringRules rules = new ScoringRules(decisions::preview);
        Map<String, Figures> drafts = new HashMap<>();
        stored.ofPeriod(period).forEach(draft -> {
            drafts.put(draft.lecturerId(), draft.figures());
            rules.fix(draft.group(), period, draft.targets(), draft.weights());
        });
        List<LecturerMonth> now;
        try {
            now = scores.of(period, rules, new MonthScores.Scope(null, fairScores.forCash(period), false));
        } catch (Refusal unreadable) {
            return Set.of();
        }
        return now.stream()
                .filter(month -> !month.figures().equals(drafts.get(month.lecturerId())))
                .map(LecturerMonth::lecturerId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether this person has a result in this period, be it a draft. */
    @Transactional(readOnly = true)
    public boolean hasResult(YearMonth period, String lecturerId) {
        return jdbc.sql("select exists (select 1 from lecturer_month"
                        + " where period = :period and lecturer_id = :lecturer)")
                .param("period", period.toString())
                .param("lecturer", lecturerId)
                .query(Boolean.class)
                .single();
    }

    /** Makes the drafts of a period final, exactly as they were computed. */
    public void freeze(YearMonth period, Instant at) {
        stored.freeze(period, null, at);
    }

    /** Whether this period is confirmed. */
    @Transactional(readOnly = true)
    public boolean isConfirmed(YearMonth period) {
        return stored.isConfirmed(period);
    }

    /** The months of a period that count, or their drafts, by cash rank, then score, then id. */
    @Transactional(readOnly = true)
    public List<LecturerMonth> of(YearMonth period) {
        return stored.ofPeriod(period);
    }

    /** The same as they would count once confirmed. */
    @Transactional(readOnly = true)
    public List<LecturerMonth> wouldBe(YearMonth period) {
        return of(period).stream().map(LecturerMonth::asConfirmed).toList();
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
