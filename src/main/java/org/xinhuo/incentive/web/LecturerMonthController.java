package org.xinhuo.incentive.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.security.Principal;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xinhuo.base.Refusal;
import org.xinhuo.incentive.fairness.FairScore;
import org.xinhuo.incentive.fairness.FairScores;
import org.xinhuo.incentive.reward.RewardLedger;
import org.xinhuo.incentive.scoring.Components;
import org.xinhuo.incentive.scoring.LecturerMonth;
import org.xinhuo.incentive.scoring.LecturerMonths;
import org.xinhuo.incentive.scoring.Ranks;
import org.xinhuo.incentive.scoring.TraceEntry;
import org.xinhuo.people.Employees;
import org.xinhuo.people.Groups;

/** A lecturer's month with every point's origin, and the board of the ranked. */
@RestController
class LecturerMonthController {

    private static final Set<String> READ_EVERYBODYS = Set.of("hr", "auditor", "camunda-admin");

    private static final int DECIMALS = 6;

    private final LecturerMonths months;
    private final RewardLedger ledger;
    private final FairScores fairScores;
    private final Employees employees;
    private final Groups groups;

    LecturerMonthController(
            LecturerMonths months, RewardLedger ledger, FairScores fairScores, Employees employees, Groups groups) {
        this.months = months;
        this.ledger = ledger;
        this.fairScores = fairScores;
        this.employees = employees;
        this.groups = groups;
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
            List<TraceEntry> trace) {}

    record BoardEntry(
            @Nullable Integer rank,
            @Nullable Integer departmentRank,
            String lecturerId,
            String name,
            String department,
            BigDecimal score,
            @Nullable BigDecimal averageRating,
            int raters,
            String state) {}

    /** For the lecturer, the manager, HR, auditors and administrators. */
    @GetMapping("/api/lecturers/{id}/months/{period}")
    MonthView month(@PathVariable String id, @PathVariable String period, Principal reader) {
        YearMonth month = Periods.parse(period);
        refuseStrangers(id, reader.getName());
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
                months.trace(found));
    }

    /** Names and ranks are public in the company; who has no rank is not shown. */
    @GetMapping("/api/boards/{period}")
    List<BoardEntry> board(@PathVariable String period, @RequestParam(required = false) @Nullable String department) {
        return months
                .board(Periods.parse(period), department == null || department.isBlank() ? null : department)
                .stream()
                .map(month -> new BoardEntry(
                        month.ranks().rating(),
                        month.ranks().department(),
                        month.lecturerId(),
                        month.name(),
                        month.department(),
                        month.score(),
                        exactOrNull(month.averageRating()),
                        month.raters(),
                        state(month)))
                .toList();
    }

    private void refuseStrangers(String lecturerId, String reader) {
        if (reader.equals(lecturerId)
                || groups.of(reader).stream().anyMatch(READ_EVERYBODYS::contains)
                || employees
                        .findById(lecturerId)
                        .map(lecturer -> reader.equals(lecturer.managerId()))
                        .orElse(false)) {
            return;
        }
        throw Refusal.forbidden("incentive.notYourMonth");
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
