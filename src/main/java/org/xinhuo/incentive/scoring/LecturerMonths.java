package org.xinhuo.incentive.scoring;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.Refusal;
import org.xinhuo.engine.Decisions;
import org.xinhuo.incentive.rating.RatingRules;
import org.xinhuo.incentive.scoring.MonthScores.Scope;

/** Lecturer months to look at: as confirmed where a review confirmed them, otherwise as the tables are now. */
@Component
@Transactional(readOnly = true)
public class LecturerMonths {

    private final MonthScores scores;
    private final StoredMonths stored;
    private final Traces traces;
    private final Decisions decisions;
    private final RatingRules rules;

    LecturerMonths(MonthScores scores, StoredMonths stored, Traces traces, Decisions decisions, RatingRules rules) {
        this.scores = scores;
        this.stored = stored;
        this.traces = traces;
        this.decisions = decisions;
        this.rules = rules;
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
        ScoringRules scoring = new ScoringRules(decisions::preview);
        return scores.of(period, scoring, Scope.one(lecturerId)).stream()
                .findFirst()
                .map(month -> MonthScores.graded(month, scoring));
    }

    /** Whether the period is confirmed, and what this person has given, was rated and reused in it is not all in there. */
    public boolean isOutdated(String lecturerId, YearMonth period) {
        if (!stored.isConfirmed(period)) {
            return false;
        }
        Figures counted =
                stored.confirmed(lecturerId, period).map(LecturerMonth::figures).orElse(new Figures(0, 0, 0, 0, 0));
        try {
            return scores.of(period, new ScoringRules(decisions::preview), Scope.one(lecturerId)).stream()
                    .anyMatch(month -> !month.figures().equals(counted));
        } catch (Refusal unreadable) {
            // The tables cannot be read just now: rather say once too often that something is missing.
            return true;
        }
    }

    /**
     * Where the points of this month came from, in the order of its shares. A share with few ratings does not stand alone
     * with its mean, so that nobody reads one person's mark from it.
     */
    public List<TraceEntry> trace(LecturerMonth month) {
        List<TraceEntry> trace = month.confirmed()
                ? stored.trace(month.lecturerId(), month.period())
                : Traces.trace(
                        month,
                        traces.sharesByLecturer(month.period(), month.lecturerId())
                                .getOrDefault(month.lecturerId(), List.of()));
        return FewRatings.together(trace, rules.shownTogether(month.raters()));
    }

    /**
     * What the table of grades would make of the score if nobody had rated; for a month that the mean of its ratings has
     * cost a grade, so that its lecturer can be told why.
     *
     * @return empty where the mean changes nothing, and where the table of today would not grade the month as it is graded
     */
    public Optional<String> gradeByScoreAlone(LecturerMonth month) {
        ScoringRules rules = new ScoringRules(decisions::preview);
        try {
            String asItIs = rules.grade(month.score(), month.averageRating(), month.held())
                    .name();
            String byScore = rules.grade(month.score(), null, month.held()).name();
            return asItIs.equals(month.gradeName()) && !byScore.equals(asItIs)
                    ? Optional.of(byScore)
                    : Optional.empty();
        } catch (Refusal unreadable) {
            return Optional.empty();
        }
    }

    /**
     * Who has a cash rank, in its order.
     *
     * @param department only this one's lecturers, with their ranks in the company; null for all
     */
    public List<LecturerMonth> board(YearMonth period, @Nullable String department) {
        List<LecturerMonth> months = stored.isConfirmed(period)
                ? stored.ofPeriod(period)
                : scores.of(period, new ScoringRules(decisions::preview), Scope.EVERYBODY);
        return months.stream()
                .filter(month -> month.ranks().rating() != null)
                .filter(month -> department == null || month.department().equals(department))
                .sorted(Comparator.comparing(
                        month -> Objects.requireNonNull(month.ranks().rating())))
                .toList();
    }
}
