package org.xinhuo.incentive.web;

import java.math.BigDecimal;
import java.security.Principal;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Money;
import org.xinhuo.base.ReaderTime;
import org.xinhuo.base.Texts;
import org.xinhuo.incentive.OutcomeTexts;
import org.xinhuo.incentive.reward.ExportPayroll;
import org.xinhuo.incentive.reward.ShowPayroll;
import org.xinhuo.incentive.reward.ShowPayroll.Closing;
import org.xinhuo.incentive.reward.ShowPayroll.MonthLine;
import org.xinhuo.incentive.reward.ShowPayroll.Payroll;
import org.xinhuo.people.ReaderTimes;

/** The payroll on a page: what a month pays, what waits, whether it ties out; closing it is a button of its own. */
@Controller
class PayrollPage {

    private final ShowPayroll showPayroll;
    private final ExportPayroll exportPayroll;
    private final RewardReaders readers;
    private final RewardLines lines;
    private final OutcomeTexts outcomes;
    private final ReaderTimes times;
    private final CompanyTime company;
    private final Texts texts;

    PayrollPage(
            ShowPayroll showPayroll,
            ExportPayroll exportPayroll,
            RewardReaders readers,
            RewardLines lines,
            OutcomeTexts outcomes,
            ReaderTimes times,
            CompanyTime company,
            Texts texts) {
        this.texts = texts;
        this.showPayroll = showPayroll;
        this.exportPayroll = exportPayroll;
        this.readers = readers;
        this.lines = lines;
        this.outcomes = outcomes;
        this.times = times;
        this.company = company;
    }

    /** @param kind in the reader's language, or null for the sum of all */
    record TotalLine(@Nullable String kind, int entries, String amount) {}

    record ItemLine(String person, String period, String kind, String amount, boolean reversal) {}

    record WaitingLine(String person, String period, String kind, String amount, String state, String payableIn) {}

    record ClosingLine(
            String at, String by, String sha256, @Nullable String link) {}

    /** A month of the payroll. @param period yyyy-MM, {@code name} for readers */
    record ClosedLine(String period, String name, boolean closed) {}

    /** Each with its currency. @param sound whether it ties out */
    record TieLine(
            String currency,
            String file,
            String assigned,
            String credited,
            String paid,
            String waiting,
            String difference,
            boolean sound) {}

    @GetMapping("/payroll")
    String payroll(
            @RequestParam(required = false) @Nullable String month, Principal reader, Locale locale, Model model) {
        readers.refuseUnlessReadsAll(reader);
        List<MonthLine> months = showPayroll.months();
        YearMonth shown = month == null || month.isBlank() ? newest(months) : Periods.parse(month);
        Payroll payroll = showPayroll.of(shown);
        ReaderTime time = times.of(reader.getName(), locale);
        model.addAttribute("pays", readers.pays(reader));
        model.addAttribute(
                "months",
                months.stream()
                        .map(line -> new ClosedLine(
                                line.period().toString(), texts.month(locale, line.period()), line.closed()))
                        .toList());
        model.addAttribute("monthName", texts.month(locale, shown));
        model.addAttribute("month", shown.toString());
        model.addAttribute("closes", payroll.closes());
        model.addAttribute(
                "ungranted",
                payroll.ungranted().stream().map(YearMonth::toString).toList());
        model.addAttribute(
                "uncorrected",
                payroll.uncorrected().stream().map(YearMonth::toString).toList());
        Closing closing = payroll.closing();
        model.addAttribute(
                "closing",
                closing == null
                        ? null
                        : new ClosingLine(
                                time.moment(closing.at()),
                                lines.names(List.of(closing.by())).getOrDefault(closing.by(), closing.by()),
                                closing.sha256(),
                                closing.sequence() == null ? null : closing.sequence() + " " + closing.hash()));
        model.addAttribute(
                "items",
                payroll.items().stream()
                        .map(item -> new ItemLine(
                                item.name(),
                                texts.month(locale, YearMonth.parse(item.period())),
                                outcomes.label(locale, "incentive.reward", item.kind()),
                                Money.of(item.amount(), item.currency()),
                                item.reversalOf() != null))
                        .toList());
        model.addAttribute("byKind", totals(payroll.byKind(), locale));
        model.addAttribute("totals", totals(payroll.totals(), locale));
        model.addAttribute("waiting", waiting(payroll, locale));
        model.addAttribute("waitingSums", waitingSums(payroll));
        model.addAttribute("ties", payroll.ties().stream().map(PayrollPage::tie).toList());
        return "incentive/payroll";
    }

    /** Closes the month, as the first download does; the file is then there to be fetched as often as wanted. */
    @PostMapping("/payroll/{month}/closing")
    String close(@PathVariable String month, Principal person, RedirectAttributes after) {
        readers.refuseUnlessPays(person);
        YearMonth closed = Periods.parse(month);
        boolean done = exportPayroll.export(closed, person.getName()).closed();
        after.addFlashAttribute("said", done ? "reward.payroll.wasClosed" : "reward.payroll.nothingToClose");
        return "redirect:/payroll?month=" + closed;
    }

    private YearMonth newest(List<MonthLine> months) {
        return months.isEmpty()
                ? company.thisMonth().minusMonths(1)
                : months.get(0).period();
    }

    private List<TotalLine> totals(List<ShowPayroll.Total> totals, Locale locale) {
        return totals.stream()
                .map(total -> new TotalLine(
                        total.kind() == null ? null : outcomes.label(locale, "incentive.reward", total.kind()),
                        total.entries(),
                        Money.of(total.amount(), total.currency())))
                .toList();
    }

    private static TieLine tie(ShowPayroll.Tie tie) {
        String currency = tie.currency();
        return new TieLine(
                currency,
                Money.of(tie.file(), currency),
                Money.of(tie.assigned(), currency),
                Money.of(tie.credited(), currency),
                Money.of(tie.paid(), currency),
                Money.of(tie.waiting(), currency),
                Money.of(tie.difference(), currency),
                tie.difference().signum() == 0);
    }

    /** What is not in the file, by currency. */
    private static List<String> waitingSums(Payroll payroll) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        payroll.waiting()
                .forEach(waiting ->
                        sums.merge(waiting.entry().currency(), waiting.entry().amount(), BigDecimal::add));
        return sums.entrySet().stream()
                .map(sum -> Money.of(sum.getValue(), sum.getKey()))
                .toList();
    }

    private List<WaitingLine> waiting(Payroll payroll, Locale locale) {
        Map<String, String> names = lines.names(payroll.waiting().stream()
                .map(waiting -> waiting.entry().employeeId())
                .toList());
        return payroll.waiting().stream()
                .map(waiting -> new WaitingLine(
                        names.getOrDefault(
                                waiting.entry().employeeId(), waiting.entry().employeeId()),
                        texts.month(locale, waiting.entry().period()),
                        outcomes.label(
                                locale, "incentive.reward", waiting.entry().kind()),
                        Money.of(waiting.entry().amount(), waiting.entry().currency()),
                        "reward.state." + waiting.entry().state().code(),
                        texts.month(locale, waiting.payableIn())))
                .toList();
    }
}
