package org.xinhuo.incentive.reward;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.incentive.reward.PayrollFile.Line;
import org.xinhuo.incentive.reward.PayrollLedger.Closed;
import org.xinhuo.incentive.reward.PayrollLedger.Sum;
import org.xinhuo.incentive.reward.RewardEntry.State;

/** How the payroll of a month stands, to look at: closes nothing. */
@Component
@Transactional(readOnly = true)
public class ShowPayroll {

    private final PayrollLedger payroll;
    private final ExportPayroll export;
    private final RewardLedger ledger;

    ShowPayroll(PayrollLedger payroll, ExportPayroll export, RewardLedger ledger) {
        this.payroll = payroll;
        this.export = export;
        this.ledger = ledger;
    }

    /** Money of one currency and kind. @param kind null for all kinds together */
    public record Total(String currency, @Nullable String kind, int entries, BigDecimal amount) {}

    /** One entry of the file. @param period the month that earned it */
    public record Item(
            String rewardId,
            String employeeId,
            String name,
            String period,
            String kind,
            BigDecimal amount,
            String currency,
            @Nullable String reversalOf) {}

    /** An entry that this file does not hold yet. @param payableIn the month whose file takes it, as things are */
    public record Waiting(RewardEntry entry, YearMonth payableIn) {}

    /** How a closed month was closed. @param sequence of its link in the chain, with the {@code hash} */
    public record Closing(
            Instant at,
            String by,
            String sha256,
            int bytes,
            @Nullable Long sequence,
            @Nullable String hash) {}

    /**
     * Whether the sums agree, in one currency.
     *
     * @param file the sum of the amounts in this month's file
     * @param assigned the sum of the entries that the ledger assigns to this month
     * @param credited of the whole ledger: everything credited
     * @param paid everything that stands in some month's file
     * @param waiting everything credited that stands in none yet
     * @param difference {@code (file - assigned)} and {@code (credited - paid - waiting)}, added up without sign: zero
     */
    public record Tie(
            String currency,
            BigDecimal file,
            BigDecimal assigned,
            BigDecimal credited,
            BigDecimal paid,
            BigDecimal waiting,
            BigDecimal difference) {}

    /**
     * @param closes whether a download would close the month now
     * @param ungranted the months whose review has to grant their rewards to the end before
     * @param uncorrected the months whose confirmed correction has to be carried out before
     */
    public record Payroll(
            YearMonth period,
            @Nullable Closing closing,
            boolean closes,
            List<YearMonth> ungranted,
            List<YearMonth> uncorrected,
            List<Item> items,
            List<Total> byKind,
            List<Total> totals,
            List<Waiting> waiting,
            List<Tie> ties) {}

    /** Months that are closed or for which something waits, the latest first. */
    public record MonthLine(YearMonth period, boolean closed, int waiting) {}

    public Payroll of(YearMonth period) {
        Optional<Closed> closed = payroll.closed(period);
        List<Item> items;
        List<Line> open = List.of();
        if (closed.isPresent()) {
            items = read(closed.get().file());
        } else {
            open = export.lines(period);
            items = read(PayrollFile.of(open));
        }
        boolean due = closed.isEmpty() && export.mayClose(period, open);
        List<YearMonth> ungranted = due ? export.ungranted(period) : List.of();
        List<YearMonth> uncorrected = due ? export.uncorrected(period) : List.of();
        return new Payroll(
                period,
                closed.map(month -> new Closing(
                                month.closedAt(),
                                month.closedBy(),
                                month.sha256(),
                                month.file().length,
                                month.sequence(),
                                month.hash()))
                        .orElse(null),
                due && ungranted.isEmpty() && uncorrected.isEmpty(),
                ungranted,
                uncorrected,
                items,
                totals(items, true),
                totals(items, false),
                waiting(period, closed.isPresent()),
                ties(period, items, closed.isPresent()));
    }

    public List<MonthLine> months() {
        NavigableSet<YearMonth> closed = payroll.closedMonths();
        Map<YearMonth, Integer> months = new TreeMap<>(Comparator.reverseOrder());
        closed.forEach(month -> months.put(month, 0));
        ledger.unpaid()
                .forEach(entry -> months.merge(PayrollLedger.payableIn(entry.period(), closed), 1, Integer::sum));
        return months.entrySet().stream()
                .map(month -> new MonthLine(month.getKey(), closed.contains(month.getKey()), month.getValue()))
                .toList();
    }

    /** What this file does not hold: of an open month what is not credited, of a closed one everything that is later. */
    private List<Waiting> waiting(YearMonth period, boolean isClosed) {
        NavigableSet<YearMonth> closed = payroll.closedMonths();
        return ledger.unpaid().stream()
                .map(entry -> new Waiting(entry, PayrollLedger.payableIn(entry.period(), closed)))
                .filter(entry -> isClosed
                        ? entry.entry().period().equals(period)
                        : entry.payableIn().equals(period) && entry.entry().state() != State.CREDITED)
                .toList();
    }

    private List<Tie> ties(YearMonth period, List<Item> items, boolean closed) {
        Map<String, BigDecimal> file = sums(totals(items, false));
        Map<String, BigDecimal> assigned = closed ? ofSums(payroll.assigned(period)) : file;
        Map<String, BigDecimal> credited = ofSums(payroll.credited());
        Map<String, BigDecimal> paid = ofSums(payroll.paid());
        Map<String, BigDecimal> waiting = ofSums(payroll.waiting());
        TreeSet<String> currencies = new TreeSet<>(credited.keySet());
        currencies.addAll(file.keySet());
        currencies.addAll(paid.keySet());
        List<Tie> ties = new ArrayList<>();
        for (String currency : currencies) {
            BigDecimal inFile = file.getOrDefault(currency, new BigDecimal("0.00"));
            BigDecimal inMonth = assigned.getOrDefault(currency, new BigDecimal("0.00"));
            BigDecimal all = credited.getOrDefault(currency, new BigDecimal("0.00"));
            BigDecimal done = paid.getOrDefault(currency, new BigDecimal("0.00"));
            BigDecimal open = waiting.getOrDefault(currency, new BigDecimal("0.00"));
            BigDecimal difference = inFile.subtract(inMonth)
                    .abs()
                    .add(all.subtract(done).subtract(open).abs());
            ties.add(new Tie(currency, inFile, inMonth, all, done, open, difference));
        }
        return ties;
    }

    private static Map<String, BigDecimal> ofSums(List<Sum> sums) {
        Map<String, BigDecimal> byCurrency = new TreeMap<>();
        sums.forEach(sum -> byCurrency.merge(sum.currency(), sum.amount(), BigDecimal::add));
        return byCurrency;
    }

    private static Map<String, BigDecimal> sums(List<Total> totals) {
        Map<String, BigDecimal> byCurrency = new TreeMap<>();
        totals.forEach(total -> byCurrency.put(total.currency(), total.amount()));
        return byCurrency;
    }

    private static List<Total> totals(List<Item> items, boolean byKind) {
        Map<String, Total> totals = new TreeMap<>();
        for (Item item : items) {
            String kind = byKind ? item.kind() : null;
            totals.merge(
                    item.currency() + "/" + kind,
                    new Total(item.currency(), kind, 1, item.amount()),
                    (one, other) -> new Total(
                            one.currency(),
                            one.kind(),
                            one.entries() + other.entries(),
                            one.amount().add(other.amount())));
        }
        return List.copyOf(totals.values());
    }

    /** From the very bytes that were handed over, so that the sums are those of the file. */
    private static List<Item> read(byte[] file) {
        String text = new String(file, StandardCharsets.UTF_8).substring(1);
        return CsvReader.builder().ofNamedCsvRecord(text).stream()
                .map(ShowPayroll::item)
                .toList();
    }

    private static Item item(NamedCsvRecord line) {
        String reversalOf = line.getField("reversalOf");
        return new Item(
                line.getField("rewardId"),
                line.getField("employeeId"),
                line.getField("name"),
                line.getField("period"),
                line.getField("kind"),
                new BigDecimal(line.getField("amount")),
                line.getField("currency"),
                reversalOf.isEmpty() ? null : reversalOf);
    }
}
