package org.xinhuo.incentive.reward;

import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
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
    private final MonthlyResults results;
    private final CompanyTime time;

    ExportPayroll(PayrollLedger payroll, RewardLedger ledger, MonthlyResults results, CompanyTime time) {
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

    /** The file of a month; closes it if there is anything to pay. @param by who pays */
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
        byte[] file = PayrollFile.of(lines);
        payroll.close(period, lines, file, Sha256.of(file), by, time.now());
        return new Export(file, true);
    }

    /**
     * What the file of a month would hold if it were closed now: its own, and what all closed months have left over,
     * unless a later month than this is closed already. Months between that had nothing to pay stop nothing.
     */
    List<Line> lines(YearMonth period) {
        NavigableSet<YearMonth> closed = payroll.closedMonths();
        if (closed.contains(period)) {
            return List.of();
        }
        Set<YearMonth> periods = new HashSet<>();
        if (closed.isEmpty() || closed.last().isBefore(period)) {
            periods.addAll(closed);
        }
        periods.add(period);
        return payroll.unpaid(periods);
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
