package org.xinhuo.mentoring.web;

import java.math.BigDecimal;
import java.security.Principal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xinhuo.mentoring.plan.ExecutionRates;
import org.xinhuo.mentoring.plan.ExecutionRates.Period;
import org.xinhuo.mentoring.plan.ExecutionRates.Rate;

/** How well plans are carried out, for HR and for managers: bars with the same figures beside them as text. */
@Controller
class ExecutionPage {

    private final ExecutionReaders readers;
    private final ExecutionRates rates;

    ExecutionPage(ExecutionReaders readers, ExecutionRates rates) {
        this.readers = readers;
        this.rates = rates;
    }

    /** @param share 0 to 1 for the bar, null where nothing was due; @param percent the same as the reader writes it */
    record Line(
            @Nullable String department,
            int pairs,
            int due,
            int onTime,
            @Nullable BigDecimal share,
            @Nullable String percent) {}

    @GetMapping("/execution")
    String execution(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            Principal principal,
            Locale locale,
            Model model) {
        Period period = rates.period(from, to);
        String reader = principal.getName();
        List<Line> lines = readers.departments(reader, period).stream()
                .map(rate -> line(rate, locale))
                .toList();
        model.addAttribute("lines", lines);
        model.addAttribute("company", readers.readsAll(reader) ? line(readers.company(reader, period), locale) : null);
        model.addAttribute("from", from);
        model.addAttribute("to", to);
        return "mentoring/execution";
    }

    private static Line line(Rate rate, Locale locale) {
        BigDecimal share = rate.rate();
        NumberFormat percent = NumberFormat.getPercentInstance(locale);
        percent.setMaximumFractionDigits(1);
        return new Line(
                rate.department(),
                rate.pairs(),
                rate.due(),
                rate.onTime(),
                share,
                share == null ? null : percent.format(share));
    }
}
