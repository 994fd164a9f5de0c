package org.xinhuo.incentive.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.security.Principal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xinhuo.base.Refusal;
import org.xinhuo.incentive.correction.MonthCorrections;
import org.xinhuo.incentive.fairness.FairScore;
import org.xinhuo.incentive.fairness.FairScores;
import org.xinhuo.incentive.reward.RewardLedger;
import org.xinhuo.incentive.scoring.Components;
import org.xinhuo.incentive.scoring.LecturerMonth;
import org.xinhuo.incentive.scoring.LecturerMonths;
import org.xinhuo.incentive.scoring.Lift;
import org.xinhuo.incentive.scoring.LiftMonth;
import org.xinhuo.incentive.scoring.MonthRevisions;
import org.xinhuo.incentive.scoring.Ranks;
import org.xinhuo.incentive.scoring.Targets;
import org.xinhuo.incentive.scoring.TraceEntry;
import org.xinhuo.incentive.scoring.Weights;

/** A lecturer's month with every point's origin, and the board of the ranked. */
@RestController
class LecturerMonthController {

    private static final int DECIMALS = 6;

    private final LecturerMonths months;
    private final RewardLedger ledger;
    private final FairScores fairScores;
    private final LiftMonth lift;
    private final MonthRevisions revisions;
    private final MonthCorrections corrections;
    private final MonthReaders readers;
    private final MeanLines means;

    LecturerMonthController(
            LecturerMonths months,
            RewardLedger ledger,
            FairScores fairScores,
            LiftMonth lift,
            MonthRevisions revisions,
            MonthCorrections corrections,
            MonthReaders readers,
            MeanLines means) {
        this.months = months;
        this.ledger = ledger;
        this.fairScores = fairScores;
        this.lift = lift;
        this.revisions = revisions;
        this.corrections = corrections;
        this.readers = readers;
        this.means = means;
    }

    record Shares(int held, int target) {}

    /** The adjusted mean with its interval; {@code averageRating} stands beside it as ever. */
    record FairView(BigDecimal mean, BigDecimal low, BigDecimal high, BigDecimal level, int raters, String method) {

        static FairView of(FairScore score) {
            return new FairView(
                    exact(score.mean()),
                    exact(score.low()),
                    exact(score.high()),
                    exact(score.level()),
                    score.raters(),
                    score.method());
        }
    }

    record MonthView(
            String lecturerId,
            String period,
            String state,
            Shares shares,
            @Nullable BigDecimal averageRating,
            int raters,
            int reuses,
            Components components,
            BigDecimal score,
            @Nullable String grade,
            Ranks ranks,
            @Nullable FairView fair,
            List<RewardView> rewards,
            List<TraceEntry> trace,
            Targets targets,
            Weights weights,
            @Nullable Integer gradeVersion) {}

    /** What lifts the month next; see {@link Lift}. */
    record LiftView(
            String state,
            BigDecimal score,
            @Nullable String grade,
            List<StepView> steps,
            @Nullable PathView next) {}

    record StepView(String event, int count, @Nullable Integer mean, BigDecimal gain, BigDecimal score, String grade) {}

    record PathView(String grade, BigDecimal score, List<PartView> events) {}

    record PartView(String event, int count, @Nullable Integer mean) {}

    /** A result that was confirmed once, with the reason where a correction made it. */
    record RevisionView(
            int revision,
            Instant confirmedAt,
            @Nullable String correctionId,
            @Nullable String reason,
            BigDecimal score,
            @Nullable String grade,
            @Nullable BigDecimal averageRating,
            Ranks ranks) {}

    /**
     * A ranked lecturer.
     *
     * @param fair the adjusted mean, of confirmed months and who had enough raters
     * @param follows what the rank is made of: {@code contract}, {@code adjusted}, or {@code provisional} where it will be
     *     made of the adjusted mean once the month is confirmed
     */
    record BoardEntry(
            @Nullable Integer rank,
            @Nullable Integer departmentRank,
            String lecturerId,
            String name,
            String department,
            BigDecimal score,
            @Nullable BigDecimal averageRating,
            int raters,
            @Nullable FairView fair,
            String follows,
            String state) {}

    /** For the lecturer, the manager, HR, auditors and administrators. */
    @GetMapping("/api/lecturers/{id}/months/{period}")
    MonthView month(@PathVariable String id, @PathVariable String period, Principal reader) {
        YearMonth month = Periods.parse(period);
        readers.refuseStrangers(id, reader.getName());
        LecturerMonth found =
                months.find(id, month).orElseThrow(() -> Refusal.notFound("incentive.noLecturerMonth", id, period));
        Components parts = found.components();
        return new MonthView(
                id,
                period,
                state(found),
                new Shares(found.held(), found.targets().shares()),
                exactOrNull(found.averageRating()),
                found.raters(),
                found.reuses(),
                new Components(
                        exact(parts.shares()), exact(parts.rating()), exact(parts.reuse()), exact(parts.timeliness())),
                found.score(),
                found.grade() == null ? null : found.grade().name(),
                found.ranks(),
                fairScores.confirmed(id, month).map(FairView::of).orElse(null),
                ledger.find(month, id).stream().map(RewardView::of).toList(),
                months.trace(found),
                found.targets(),
                found.weights(),
                found.grade() == null ? null : found.grade().version());
    }

    /** What would lift the month, by the same formula and tables; nothing where nothing can any more. */
    @GetMapping("/api/lecturers/{id}/months/{period}/next")
    LiftView next(@PathVariable String id, @PathVariable String period, Principal reader) {
        YearMonth month = Periods.parse(period);
        readers.refuseStrangers(id, reader.getName());
        LecturerMonth found =
                months.find(id, month).orElseThrow(() -> Refusal.notFound("incentive.noLecturerMonth", id, period));
        Lift lifting = lift.of(found);
        Lift.Path path = lifting.next();
        return new LiftView(
                lifting.state(),
                found.score(),
                found.gradeName(),
                lifting.steps().stream()
                        .map(step -> new StepView(
                                step.event().code(),
                                step.count(),
                                step.mean(),
                                step.gain(),
                                step.score(),
                                step.grade()))
                        .toList(),
                path == null
                        ? null
                        : new PathView(
                                path.grade(),
                                path.score(),
                                path.events().stream()
                                        .map(part -> new PartView(part.event().code(), part.count(), part.mean()))
                                        .toList()));
    }

    /** Every result that was confirmed for this month, the first one first. */
    @GetMapping("/api/lecturers/{id}/months/{period}/revisions")
    List<RevisionView> revisions(@PathVariable String id, @PathVariable String period, Principal reader) {
        YearMonth month = Periods.parse(period);
        readers.refuseStrangers(id, reader.getName());
        return revisions.of(id, month).stream()
                .map(one -> new RevisionView(
                        one.number(),
                        one.confirmedAt(),
                        one.correctionId(),
                        one.correctionId() == null
                                ? null
                                : corrections.get(one.correctionId()).reason(),
                        one.month().score(),
                        one.month().gradeName(),
                        exactOrNull(one.month().averageRating()),
                        one.month().ranks()))
                .toList();
    }

    /** Names and ranks are public in the company; who has no rank is not shown. */
    @GetMapping("/api/boards/{period}")
    List<BoardEntry> board(@PathVariable String period, @RequestParam(required = false) @Nullable String department) {
        YearMonth month = Periods.parse(period);
        List<LecturerMonth> ranked =
                months.board(month, department == null || department.isBlank() ? null : department);
        boolean confirmed = !ranked.isEmpty() && ranked.get(0).confirmed();
        Map<String, FairScore> fair = means.fair(month, confirmed);
        String follows = means.follows(month, confirmed);
        return ranked.stream()
                .map(one -> new BoardEntry(
                        one.ranks().rating(),
                        one.ranks().department(),
                        one.lecturerId(),
                        one.name(),
                        one.department(),
                        one.score(),
                        exactOrNull(one.averageRating()),
                        one.raters(),
                        fair.containsKey(one.lecturerId()) ? FairView.of(fair.get(one.lecturerId())) : null,
                        follows,
                        state(one)))
                .toList();
    }

    private static String state(LecturerMonth month) {
        return month.confirmed() ? "confirmed" : "live";
    }

    private static @Nullable BigDecimal exactOrNull(@Nullable BigDecimal value) {
        return value == null ? null : exact(value);
    }

    /** Only the score is rounded to what people read; the rest keeps the decimals that ranks are compared by. */
    private static BigDecimal exact(BigDecimal value) {
        BigDecimal plain = value.setScale(DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
        // Not 5E+1: readers of JSON expect 50.
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}
