package org.xinhuo.incentive.reward;

import java.time.YearMonth;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.incentive.review.FinishReview;
import org.xinhuo.incentive.reward.PayrollFile.Line;
import org.xinhuo.incentive.reward.PayrollLedger.Closed;
import org.xinhuo.incentive.scoring.LecturerMonth;
import org.xinhuo.incentive.scoring.MonthlyResults;

/**
 * Hands the payroll of a month over. The first time there is something in it, the month closes: its entries are
 * assigned to it for good, and every later download gives the same bytes. See docs/ledger.md.
 */
@Component
@Transactional
public class ExportPayroll {

    private final PayrollLedger payroll;
    private final RewardLedger ledger;
    private final DueRewards dueRewards;
    private final FinishReview reviews;
    private final UncorrectedMonths corrections;
    private final MonthlyResults results;
    private final CompanyTime time;

    ExportPayroll(
            PayrollLedger payroll,
            RewardLedger ledger,
            DueRewards dueRewards,
            FinishReview reviews,
            UncorrectedMonths corrections,
            MonthlyResults results,
            CompanyTime time) {
        this.reviews = reviews;
        this.corrections = corrections;
        this.dueRewards = dueRewards;
        this.payroll = payroll;
        this.ledger = ledger;
        this.results = results;
        this.time = time;
    }

    /** @param closed whether these bytes are final; otherwise there is nothing in them */
    public record Export(byte[] file, boolean closed) {}

    /** The file of a month as it is now; closes nothing. Empty where the month is not closed. */
    @Transactional(readOnly = true)
    public Optional<Export> closed(YearMonth period) {
        return payroll.closed(period).map(month -> new Export(month.file(), true));
    }

    /**
     * The file of a month; closes it if there is anything to pay.
     *
     * @param by who pays
     * @throws Refusal where a review is still granting, or a correction still changing, what the file is to hold
     */
    public Export export(YearMonth period, String by) {
        Optional<Closed> before = payroll.closed(period);
        if (before.isEmpty()) {
            ledger.hold();
            // Somebody else may have closed it while this one waited.
            before = payroll.closed(period);
        }
        if (before.isPresent()) {
            return new Export(before.get().file(), true);
        }
        List<Line> lines = lines(period);
        if (!mayClose(period, lines)) {
            return new Export(PayrollFile.of(List.of()), false);
        }
        ungranted(period).stream().findFirst().ifPresent(month -> {
            throw Refusal.conflict("reward.payroll.ungranted", month.toString());
        });
        uncorrected(period).stream().findFirst().ifPresent(month -> {
            throw Refusal.conflict("reward.payroll.uncorrected", month.toString());
        });
        byte[] file = PayrollFile.of(lines);
        payroll.close(period, lines, file, Sha256.of(file), by, time.now());
        return new Export(file, true);
    }

    /**
     * What the file of a month would hold if it were closed now: its own, and what all closed months have left over,
     * unless a later month than this is closed already. Months between that had nothing to pay stop nothing.
     */
    List<Line> lines(YearMonth period) {
        Set<YearMonth> periods = periods(period);
        return periods.isEmpty() ? List.of() : payroll.unpaid(periods);
    }

    private Set<YearMonth> periods(YearMonth period) {
        NavigableSet<YearMonth> closed = payroll.closedMonths();
        if (closed.contains(period)) {
            return Set.of();
        }
        Set<YearMonth> periods = new TreeSet<>();
        if (closed.isEmpty() || closed.last().isBefore(period)) {
            periods.addAll(closed);
        }
        periods.add(period);
        return periods;
    }

    /**
     * The months of this file that are confirmed and whose review has not granted every reward yet: some would be paid now
     * and the rest a month later, and nobody would know why. A month that is not closed and that this file does not hold
     * stops nothing: it has a file of its own.
     */
    List<YearMonth> ungranted(YearMonth period) {
        Set<YearMonth> periods = periods(period);
        return reviews.confirmedMonths().stream()
                .filter(month -> periods.contains(month) && isAnyLeft(month))
                .toList();
    }

    /**
     * The months of this file that a confirmed correction has not brought in line yet. What is paid is kept where only
     * others were corrected: closing in the middle would decide who of those that change ranks keeps his.
     */
    List<YearMonth> uncorrected(YearMonth period) {
        Set<YearMonth> periods = periods(period);
        return corrections.uncorrected().stream().filter(periods::contains).toList();
    }

    /** Where its table cannot be read just now, nobody can say that nothing is. */
    private boolean isAnyLeft(YearMonth month) {
        try {
            return dueRewards.isAnyLeft(month);
        } catch (Refusal unreadable) {
            return true;
        }
    }

    /**
     * What earlier months have left over does not close a month before it has rewards of its own or could have: else
     * looking too early would put everybody's rewards off by a month.
     */
    boolean mayClose(YearMonth period, List<Line> lines) {
        if (lines.isEmpty()) {
            return false;
        }
        return lines.stream().anyMatch(line -> line.period().equals(period.toString()))
                || period.plusMonths(1).isBefore(time.thisMonth())
                || results.of(period).stream().anyMatch(LecturerMonth::confirmed);
    }
}
