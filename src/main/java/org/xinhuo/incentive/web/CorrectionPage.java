package org.xinhuo.incentive.web;

import java.security.Principal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.ReaderTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.incentive.correction.CorrectMonth;
import org.xinhuo.incentive.correction.CorrectionStart;
import org.xinhuo.incentive.correction.MonthCorrection;
import org.xinhuo.incentive.correction.MonthCorrection.Rules;
import org.xinhuo.incentive.correction.MonthCorrection.State;
import org.xinhuo.incentive.correction.MonthCorrections;
import org.xinhuo.incentive.scoring.LecturerMonth;
import org.xinhuo.incentive.scoring.MonthRevisions;
import org.xinhuo.incentive.scoring.MonthRevisions.Change;
import org.xinhuo.incentive.scoring.MonthlyResults;
import org.xinhuo.people.Employee;
import org.xinhuo.people.Employees;
import org.xinhuo.people.ReaderTimes;

/** Corrections of a month on a page: HR requests one, auditors read what each changed, when, by whom and why. */
@Controller
class CorrectionPage {

    private static final int MOST_CHANGES = 200;

    private final MonthCorrections corrections;
    private final CorrectMonth correctMonth;
    private final CorrectionStart start;
    private final MonthRevisions revisions;
    private final MonthlyResults results;
    private final MonthReaders readers;
    private final RewardLines rewardLines;
    private final MonthLines lines;
    private final Employees employees;
    private final ReaderTimes times;
    private final CompanyTime company;

    CorrectionPage(
            MonthCorrections corrections,
            CorrectMonth correctMonth,
            CorrectionStart start,
            MonthRevisions revisions,
            MonthlyResults results,
            MonthReaders readers,
            RewardLines rewardLines,
            MonthLines lines,
            Employees employees,
            ReaderTimes times,
            CompanyTime company) {
        this.corrections = corrections;
        this.correctMonth = correctMonth;
        this.start = start;
        this.revisions = revisions;
        this.results = results;
        this.readers = readers;
        this.rewardLines = rewardLines;
        this.lines = lines;
        this.employees = employees;
        this.times = times;
        this.company = company;
    }

    /**
     * @param state its message code is {@code correction.state.…}; {@code rules} is one itself
     * @param task where the reader may answer it, or null
     */
    record Line(
            String id,
            int number,
            String state,
            boolean open,
            @Nullable String task,
            String rules,
            String reason,
            String requestedBy,
            String requestedAt,
            @Nullable String decidedBy,
            @Nullable String decidedAt,
            @Nullable String remark,
            int changed,
            List<Row> rows,
            List<RewardLines.DifferenceLine> rewards) {}

    /** What somebody's result was and is, such as {@code 86.00 → 96.00}. */
    record Row(String name, String score, String grade, String rank, String reuseRank) {}

    @GetMapping("/corrections")
    String corrections(
            @RequestParam(required = false) @Nullable String period, Principal reader, Locale locale, Model model) {
        readers.refuseUnlessReadsAll(reader.getName());
        YearMonth month =
                period == null || period.isBlank() ? company.thisMonth().minusMonths(1) : Periods.parse(period);
        List<MonthCorrection> found = corrections.newest(month, CorrectionController.MOST);
        Map<String, String> names = names(found);
        ReaderTime time = times.of(reader.getName(), locale);
        model.addAttribute("period", month.toString());
        model.addAttribute("confirmed", results.isConfirmed(month));
        model.addAttribute("underWay", correctMonth.refusalOfAnother(month).orElse(null));
        model.addAttribute(
                "lost", start.lost(month).stream().map(MonthCorrection::id).collect(Collectors.toSet()));
        model.addAttribute("corrects", readers.corrects(reader.getName()));
        List<Line> shown = new ArrayList<>();
        found.forEach(one -> shown.add(line(one, names, time, reader.getName())));
        model.addAttribute("lines", shown);
        return "incentive/corrections";
    }

    @PostMapping("/corrections")
    String request(
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "confirmed") String rules,
            RedirectAttributes after) {
        YearMonth month = Periods.parse(period);
        if (reason.isBlank()) {
            throw Refusal.invalid("reason", "correction.reasonNeeded");
        }
        start.request(month, reason, Rules.of(rules));
        after.addFlashAttribute("said", "correction.page.requested");
        return "redirect:/corrections?period=" + month;
    }

    /** Takes a correction up again that nothing carries on. */
    @PostMapping("/corrections/{id}/continuation")
    String takeUp(@PathVariable String id, RedirectAttributes after) {
        start.takeUp(id);
        after.addFlashAttribute("said", "reward.page.continued");
        return "redirect:/corrections?period=" + corrections.get(id).period();
    }

    private Line line(MonthCorrection one, Map<String, String> names, ReaderTime time, String reader) {
        List<Change> changes = revisions.changes(one.id());
        boolean open = one.state() == State.OPEN;
        return new Line(
                one.id(),
                one.number(),
                one.state().name(),
                open,
                open ? start.answerFor(one.id(), reader).orElse(null) : null,
                "correction.rules." + one.rules().code(),
                one.reason(),
                name(names, one.requestedBy()),
                time.moment(one.requestedAt()),
                one.decidedBy() == null ? null : name(names, one.decidedBy()),
                one.decidedAt() == null ? null : time.moment(one.decidedAt()),
                one.remark(),
                changes.size(),
                changes.stream()
                        .limit(MOST_CHANGES)
                        .map(change -> row(change, time.locale()))
                        .toList(),
                open && one.computedAt() != null
                        ? rewardLines.ofDifferences(correctMonth.rewards(one.id()), time.locale())
                        : List.of());
    }

    private Row row(Change change, Locale locale) {
        LecturerMonth before = change.before();
        LecturerMonth after = change.after();
        return new Row(
                after.name(),
                moved(
                        before == null ? null : before.score().toPlainString(),
                        after.score().toPlainString()),
                moved(before == null ? null : grade(before, locale), grade(after, locale)),
                moved(
                        before == null ? null : before.ranks().rating(),
                        after.ranks().rating()),
                moved(
                        before == null ? null : before.ranks().reuse(),
                        after.ranks().reuse()));
    }

    private String grade(LecturerMonth month, Locale locale) {
        return lines.grade(Objects.requireNonNullElse(month.gradeName(), "–"), locale);
    }

    private static String moved(@Nullable Object before, @Nullable Object after) {
        String from = before == null ? "–" : before.toString();
        String to = after == null ? "–" : after.toString();
        return from.equals(to) ? to : from + " → " + to;
    }

    private static String name(Map<String, String> names, @Nullable String id) {
        return id == null ? "–" : names.getOrDefault(id, id);
    }

    private Map<String, String> names(Collection<MonthCorrection> of) {
        Set<String> ids = new TreeSet<>();
        for (MonthCorrection one : of) {
            if (one.requestedBy() != null) {
                ids.add(one.requestedBy());
            }
            if (one.decidedBy() != null) {
                ids.add(one.decidedBy());
            }
        }
        return employees.findAllById(List.copyOf(ids)).stream().collect(Collectors.toMap(Employee::id, Employee::name));
    }
}
