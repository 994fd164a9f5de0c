package org.xinhuo.incentive.scoring;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.engine.Decisions;

/** Lecturer months to look at: as confirmed where a review confirmed them, otherwise as the tables are now. */
@Component
@Transactional(readOnly = true)
public class LecturerMonths {

    private final ScoreMonth score;
    private final StoredMonths stored;
    private final Traces traces;
    private final Decisions decisions;

    LecturerMonths(ScoreMonth score, StoredMonths stored, Traces traces, Decisions decisions) {
        this.score = score;
        this.stored = stored;
        this.traces = traces;
        this.decisions = decisions;
    }

    /**
     * The graded month of a person; empty where the person was no lecturer in it. Of a confirmed period, somebody whom
     * the review did not know yet (imported later) still has a live month.
     */
    public Optional<LecturerMonth> find(String lecturerId, YearMonth period) {
        Optional<LecturerMonth> confirmed = stored.confirmed(lecturerId, period);
        if (confirmed.isPresent()) {
            return confirmed;
        }
        ScoringRules rules = new ScoringRules(decisions::preview);
        return score.of(period, rules).stream()
                .filter(month -> month.lecturerId().equals(lecturerId))
                .findFirst()
                .map(month -> ScoreMonth.graded(month, rules));
    }

    /** Where the points of this month came from, in the order of its shares. */
    public List<TraceEntry> trace(LecturerMonth month) {
        if (month.confirmed()) {
            return stored.trace(month.lecturerId(), month.period());
        }
        return Traces.trace(
                month,
                traces.sharesByLecturer(month.period(), month.lecturerId())
                        .getOrDefault(month.lecturerId(), List.of()));
    }

    /**
     * Who has a cash rank, in its order.
     *
     * @param department only this one's lecturers, with their ranks in the company; null for all
     */
    public List<LecturerMonth> board(YearMonth period, @Nullable String department) {
        List<LecturerMonth> months = stored.isConfirmed(period)
                ? stored.ofPeriod(period)
                : score.of(period, new ScoringRules(decisions::preview));
        return months.stream()
                .filter(month -> month.ranks().rating() != null)
                .filter(month -> department == null || month.department().equals(department))
                .sorted(Comparator.comparing(
                        month -> Objects.requireNonNull(month.ranks().rating())))
                .toList();
    }
}
