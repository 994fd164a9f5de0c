package org.xinhuo.mentoring.web;

import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.security.Principal;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xinhuo.base.ReaderTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.base.Texts;
import org.xinhuo.mentoring.cohort.AssignmentQuality;
import org.xinhuo.mentoring.cohort.CohortReport;
import org.xinhuo.mentoring.cohort.CohortReports;
import org.xinhuo.mentoring.cohort.CompareWeights;
import org.xinhuo.mentoring.cohort.FindMentees;
import org.xinhuo.mentoring.cohort.UnfitMentees;
import org.xinhuo.mentoring.cohort.WithdrawCohort;
import org.xinhuo.mentoring.process.cohort.CohortProcess;
import org.xinhuo.people.Employee;
import org.xinhuo.people.Employees;
import org.xinhuo.people.ReaderTimes;

/** HR starts many mentees at once, compares weights before, and follows how it goes. */
@Controller
class CohortPages {

    private static final int MOST_NAMED = 50;
    private static final int UNPROCESSABLE = 422;

    private final CohortProcess cohorts;
    private final CohortReports reports;
    private final WithdrawCohort withdraw;
    private final CompareWeights compareWeights;
    private final FindMentees findMentees;
    private final Employees employees;
    private final MentoringReaders readers;
    private final ReaderTimes times;
    private final Texts texts;

    CohortPages(
            CohortProcess cohorts,
            CohortReports reports,
            WithdrawCohort withdraw,
            CompareWeights compareWeights,
            FindMentees findMentees,
            Employees employees,
            MentoringReaders readers,
            ReaderTimes times,
            Texts texts) {
        this.cohorts = cohorts;
        this.reports = reports;
        this.withdraw = withdraw;
        this.compareWeights = compareWeights;
        this.findMentees = findMentees;
        this.employees = employees;
        this.readers = readers;
        this.times = times;
        this.texts = texts;
    }

    /** One set of weights in the table of comparison; figures as the reader writes numbers. */
    record Column(
            String label,
            @Nullable List<String> weights,
            int assigned,
            int unmatched,
            String averageRank,
            int blockingPairs,
            int neverShown,
            String load,
            String gini,
            int changed) {}

    /** A mentee who would get somebody else, names with ids. */
    record Swap(String mentee, String deployed, String trial) {}

    /** A mentee about whom somebody should do something. */
    record Person(
            String name,
            @Nullable String mentorshipId,
            @Nullable String why) {}

    /** A form that was refused comes back as it was typed; the second address is where a comparison was shown. */
    @GetMapping({"/cohorts", "/cohorts/comparison"})
    String list(Principal principal, Locale locale, Model model) {
        CohortForm form =
                model.getAttribute("typed") instanceof Map<?, ?> typed ? CohortForm.of(typed) : CohortForm.empty();
        return page(form, principal, locale, model);
    }

    @PostMapping("/cohorts")
    String start(
            @RequestParam Map<String, String> fields,
            Principal principal,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        CohortForm form = CohortForm.of(fields);
        try {
            return "redirect:/cohorts/" + cohorts.form(form.name(), mentees(form), principal.getName());
        } catch (UnfitMentees unfit) {
            return refused(form, unfit, principal, locale, model, response);
        }
    }

    @PostMapping("/cohorts/comparison")
    String compare(
            @RequestParam Map<String, String> fields,
            Principal principal,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        CohortForm form = CohortForm.of(fields);
        try {
            CompareWeights.Comparison comparison =
                    compareWeights.compare(mentees(form), form.trials(), principal.getName());
            model.addAttribute("comparison", comparison);
            model.addAttribute("columns", columns(comparison, locale));
            model.addAttribute("swaps", swaps(comparison));
            return page(form, principal, locale, model);
        } catch (UnfitMentees unfit) {
            return refused(form, unfit, principal, locale, model, response);
        }
    }

    @GetMapping("/cohorts/{id}")
    String report(@PathVariable String id, Principal principal, Locale locale, Model model) {
        checkReader(principal);
        CohortReport report = reports.of(id);
        NumberFormat number = numbers(locale);
        model.addAttribute("report", report);
        ReaderTime time = times.of(principal.getName(), locale);
        model.addAttribute("time", time);
        model.addAttribute(
                "choiceDueAt", cohorts.choiceDueAt(id).map(time::exactMoment).orElse(null));
        model.addAttribute("averageRank", shown(number, report.averageRank()));
        model.addAttribute(
                "mean",
                shown(NumberFormat.getPercentInstance(locale), report.load().mean()));
        model.addAttribute(
                "max",
                shown(NumberFormat.getPercentInstance(locale), report.load().max()));
        model.addAttribute(
                "min",
                shown(NumberFormat.getPercentInstance(locale), report.load().min()));
        model.addAttribute("gini", shown(number, report.load().gini()));
        model.addAttribute("unmatched", people(report.unmatchedMentees()));
        model.addAttribute("skipped", people(report.skippedMentees()));
        model.addAttribute("neverShown", named(report.mentorsNeverShown().first()));
        CohortReport.Withdrawn withdrawal = report.withdrawal();
        model.addAttribute(
                "withdrawnBy",
                withdrawal == null ? null : named(List.of(withdrawal.by())).get(0));
        model.addAttribute("mayWithdraw", withdraw.isPossible(id, principal.getName()));
        return "mentoring/cohort";
    }

    /** Confirmed with a tick and a reason: many people are told. */
    @PostMapping("/cohorts/{id}/withdrawal")
    String withdraw(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "false") boolean sure,
            Principal person,
            Locale locale,
            RedirectAttributes after) {
        if (!sure) {
            throw Refusal.invalid("sure", "cohort.withdraw.notSure");
        }
        cohorts.withdraw(id, person.getName(), reason);
        after.addFlashAttribute("said", texts.text(locale, "cohorts.withdraw.said"));
        after.addAttribute("id", id);
        return "redirect:/cohorts/{id}";
    }

    /** Who of a cohort stands where, page by page; each with a link to the pair. */
    @GetMapping("/cohorts/{id}/members")
    String members(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "1") int page,
            Principal principal,
            Model model) {
        checkReader(principal);
        CohortReports.MembersPage members = reports.members(id, state, page);
        model.addAttribute("members", members);
        model.addAttribute("people", people(members.members()));
        return "mentoring/cohort-members";
    }

    private String page(CohortForm form, Principal principal, Locale locale, Model model) {
        checkReader(principal);
        model.addAttribute("form", form);
        model.addAttribute("cohorts", reports.newest());
        model.addAttribute("departments", findMentees.departments());
        model.addAttribute("jobs", findMentees.jobs());
        model.addAttribute("time", times.of(principal.getName(), locale));
        return "mentoring/cohorts";
    }

    private String refused(
            CohortForm form,
            UnfitMentees unfit,
            Principal principal,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        response.setStatus(UNPROCESSABLE);
        model.addAttribute("refused", texts.text("cohort.unfit", unfit.all().size()));
        model.addAttribute(
                "problems",
                unfit.all().stream()
                        .limit(MOST_NAMED)
                        .map(mentee -> texts.text(mentee.code(), mentee.menteeId()))
                        .toList());
        return page(form, principal, locale, model);
    }

    private List<@Nullable String> mentees(CohortForm form) {
        List<String> pasted = form.pasted();
        boolean filtered = !form.department().isEmpty() || !form.job().isEmpty();
        return new ArrayList<>(
                pasted.isEmpty() && filtered ? findMentees.withoutMentorship(form.department(), form.job()) : pasted);
    }

    private List<Column> columns(CompareWeights.Comparison comparison, Locale locale) {
        NumberFormat number = numbers(locale);
        NumberFormat percent = NumberFormat.getPercentInstance(locale);
        List<Column> columns = new ArrayList<>();
        for (CompareWeights.Outcome outcome : comparison.outcomes()) {
            AssignmentQuality quality = outcome.quality();
            var weights = outcome.weights();
            columns.add(new Column(
                    weights == null ? texts.text("cohorts.deployed") : texts.text("cohorts.trial", columns.size()),
                    weights == null
                            ? null
                            : List.of(
                                    shown(number, weights.expertise()),
                                    shown(number, weights.experience()),
                                    shown(number, weights.style()),
                                    shown(number, weights.rating()),
                                    shown(number, weights.exposureFactor())),
                    quality.assigned(),
                    quality.unmatched(),
                    shown(number, quality.averageRank()),
                    quality.blockingPairs().count(),
                    quality.mentorsNeverShown().count(),
                    texts.text(
                            "cohorts.loadRange",
                            shown(percent, quality.load().min()),
                            shown(percent, quality.load().max())),
                    shown(number, quality.load().gini()),
                    outcome.changed().size()));
        }
        return columns;
    }

    /** By set of weights, the first who would get somebody else. */
    private List<List<Swap>> swaps(CompareWeights.Comparison comparison) {
        Set<String> ids = new HashSet<>();
        comparison
                .outcomes()
                .forEach(outcome -> outcome.changed().stream().limit(MOST_NAMED).forEach(change -> {
                    ids.add(change.menteeId());
                    addTo(ids, change.deployedMentorId());
                    addTo(ids, change.mentorId());
                }));
        Map<String, String> names = names(ids);
        return comparison.outcomes().stream()
                .map(outcome -> outcome.changed().stream()
                        .limit(MOST_NAMED)
                        .map(change -> new Swap(
                                named(names, change.menteeId()),
                                named(names, change.deployedMentorId()),
                                named(names, change.mentorId())))
                        .toList())
                .toList();
    }

    private static void addTo(Set<String> ids, @Nullable String id) {
        if (id != null) {
            ids.add(id);
        }
    }

    private String named(Map<String, String> names, @Nullable String id) {
        return id == null ? texts.text("cohorts.nobody") : names.getOrDefault(id, id) + " (" + id + ")";
    }

    private List<String> named(List<String> ids) {
        Map<String, String> names = names(ids);
        return ids.stream().map(id -> named(names, id)).toList();
    }

    private List<Person> people(List<CohortReport.Open> open) {
        List<CohortReport.Open> first = open.stream().limit(MOST_NAMED).toList();
        Map<String, String> names =
                names(first.stream().map(CohortReport.Open::menteeId).toList());
        return first.stream()
                .map(mentee -> new Person(
                        named(names, mentee.menteeId()),
                        mentee.mentorshipId(),
                        mentee.why() == null ? null : texts.text(mentee.why(), mentee.menteeId())))
                .toList();
    }

    private Map<String, String> names(Collection<String> ids) {
        return employees.findAllById(ids).stream().collect(Collectors.toMap(Employee::id, Employee::name));
    }

    private static NumberFormat numbers(Locale locale) {
        NumberFormat number = NumberFormat.getNumberInstance(locale);
        number.setMaximumFractionDigits(2);
        return number;
    }

    private static String shown(NumberFormat format, @Nullable BigDecimal value) {
        return value == null ? "–" : format.format(value);
    }

    private void checkReader(Principal reader) {
        if (!readers.readsCohorts(reader.getName())) {
            throw Refusal.forbidden("cohort.hrOnly");
        }
    }
}
