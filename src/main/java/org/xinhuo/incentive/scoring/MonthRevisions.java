package org.xinhuo.incentive.scoring;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.engine.Decisions;
import org.xinhuo.incentive.fairness.ComputeFairScores;
import org.xinhuo.incentive.fairness.FairScores;
import org.xinhuo.incentive.scoring.StoredMonths.Draft;
import org.xinhuo.incentive.scoring.StoredMonths.Draftsman;

/**
 * Confirmed months computed anew, as further revisions beside what was confirmed before. A revision counts once it is
 * confirmed; only lecturers whose result is another get one. Departments and groups stay as the month was confirmed with.
 */
@Component
@Transactional
public class MonthRevisions {

    private static final String GRADES = "lecturer-grade";

    private final MonthScores scores;
    private final StoredMonths stored;
    private final Traces traces;
    private final FairScores fairScores;
    private final ComputeFairScores computeFairScores;
    private final Decisions decisions;

    MonthRevisions(
            MonthScores scores,
            StoredMonths stored,
            Traces traces,
            FairScores fairScores,
            ComputeFairScores computeFairScores,
            Decisions decisions) {
        this.computeFairScores = computeFairScores;
        this.scores = scores;
        this.stored = stored;
        this.traces = traces;
        this.fairScores = fairScores;
        this.decisions = decisions;
    }

    /** @param before null where the person had no result in this period */
    public record Change(@Nullable LecturerMonth before, LecturerMonth after) {

        /** Whether more than ranks is another: the person's own figures, score or grade. */
        public boolean ownResult() {
            return before == null
                    || !before.figures().equals(after.figures())
                    || before.score().compareTo(after.score()) != 0
                    || !Objects.equals(before.gradeName(), after.gradeName());
        }
    }

    /**
     * A result that was confirmed once.
     *
     * @param number 0 as the review confirmed it, then the numbers of its corrections
     * @param correctionId null for the review's
     */
    public record Revision(int number, @Nullable String correctionId, Instant confirmedAt, LecturerMonth month) {}

    /**
     * Computes the period anew from what the tables hold now, and stores whatever differs as drafts.
     *
     * @param number of the correction within its period
     * @param asConfirmed by the decision tables in the versions that the month was confirmed with; otherwise by today's
     * @return how many results would be others
     */
    public int draft(YearMonth period, String correctionId, int number, boolean asConfirmed) {
        List<LecturerMonth> counting = stored.ofPeriod(period).stream()
                .filter(LecturerMonth::confirmed)
                .toList();
        ScoringRules rules = asConfirmed ? rulesOf(counting) : new ScoringRules(decisions::preview);
        Map<String, LecturerMonth> known = byId(counting);
        Map<String, List<Traces.TracedShare>> shares = traces.sharesByLecturer(period, null);
        List<Draft> drafts = new ArrayList<>();
        // The marks may have been what was wrong. The method stays: a correction mends facts, not that month's method.
        Map<String, BigDecimal> adjusted = computeFairScores.revise(period, correctionId, number);
        for (LecturerMonth scored : scores.of(period, rules, new MonthScores.Scope(null, adjusted, true))) {
            LecturerMonth now = MonthScores.graded(scored, rules);
            LecturerMonth then = known.get(now.lecturerId());
            if (then == null || !then.sameResult(now)) {
                drafts.add(new Draft(now, Traces.trace(now, shares.getOrDefault(now.lecturerId(), List.of()))));
            }
        }
        String review = Objects.requireNonNull(stored.reviewOf(period), "only a confirmed period is corrected");
        stored.replaceDrafts(new Draftsman(period, review, correctionId, number), drafts);
        return drafts.size();
    }

    /** What a correction changes or has changed, by the lecturer's id. */
    @Transactional(readOnly = true)
    public List<Change> changes(String correctionId) {
        Map<String, LecturerMonth> before = byId(stored.before(correctionId));
        return stored.ofCorrection(correctionId).stream()
                .map(after -> new Change(before.get(after.lecturerId()), after))
                .toList();
    }

    /** All results of the period as they would be with the drafts of this correction. */
    @Transactional(readOnly = true)
    public List<LecturerMonth> resulting(YearMonth period, String correctionId) {
        Map<String, LecturerMonth> months = byId(stored.ofPeriod(period).stream()
                .filter(LecturerMonth::confirmed)
                .toList());
        stored.ofCorrection(correctionId).forEach(draft -> months.put(draft.lecturerId(), draft.asConfirmed()));
        return List.copyOf(months.values());
    }

    /** From now on the drafts of this correction count, exactly as they were computed. */
    public void confirm(YearMonth period, String correctionId, Instant at) {
        stored.freeze(period, correctionId, at);
        fairScores.confirm(correctionId, at);
    }

    /** Whether anything that this correction computed does not count yet. */
    @Transactional(readOnly = true)
    public boolean areDrafts(String correctionId) {
        return stored.areDrafts(correctionId) || fairScores.areDrafts(correctionId);
    }

    /** Every result that was confirmed for this person and period, the first one first. */
    @Transactional(readOnly = true)
    public List<Revision> of(String lecturerId, YearMonth period) {
        return stored.revisions(lecturerId, period);
    }

    /** The newest version that any result of a group was measured by, and the newest one that graded. */
    private ScoringRules rulesOf(List<LecturerMonth> counting) {
        int grades = counting.stream()
                .map(LecturerMonth::grade)
                .filter(Objects::nonNull)
                .mapToInt(Grade::version)
                .max()
                .orElseThrow();
        ScoringRules rules = new ScoringRules(
                key -> key.equals(GRADES) ? decisions.preview(GRADES, grades) : decisions.preview(key));
        Map<String, LecturerMonth> newest = counting.stream()
                .collect(Collectors.toMap(
                        LecturerMonth::group,
                        Function.identity(),
                        (one, other) -> one.targets().version() + one.weights().version()
                                        >= other.targets().version()
                                                + other.weights().version()
                                ? one
                                : other));
        newest.forEach((group, month) -> rules.fix(group, month.period(), month.targets(), month.weights()));
        return rules;
    }

    private static Map<String, LecturerMonth> byId(List<LecturerMonth> months) {
        return months.stream().collect(Collectors.toMap(LecturerMonth::lecturerId, Function.identity()));
    }
}
