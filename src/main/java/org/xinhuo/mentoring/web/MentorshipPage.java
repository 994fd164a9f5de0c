package org.xinhuo.mentoring.web;

import java.math.BigDecimal;
import java.security.Principal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.xinhuo.base.ReaderTime;
import org.xinhuo.mentoring.Mentorship;
import org.xinhuo.mentoring.MentorshipFigures;
import org.xinhuo.mentoring.log.LogConsent;
import org.xinhuo.people.Competencies;
import org.xinhuo.people.Employees;

/** The overview of one mentorship: levels against the job, the plan, what was put in and what came of it. */
@Controller
class MentorshipPage {

    private final MentorshipFrame frame;
    private final MentorshipFigures figures;
    private final Competencies competencies;
    private final Employees employees;
    private final AbsenceSection absence;
    private final EvaluationSection evaluation;
    private final MenteeLevels menteeLevels;
    private final MenteeMetrics menteeMetrics;
    private final LogConsent consent;

    MentorshipPage(
            MentorshipFrame frame,
            MentorshipFigures figures,
            Competencies competencies,
            Employees employees,
            AbsenceSection absence,
            EvaluationSection evaluation,
            MenteeLevels menteeLevels,
            MenteeMetrics menteeMetrics,
            LogConsent consent) {
        this.menteeLevels = menteeLevels;
        this.menteeMetrics = menteeMetrics;
        this.consent = consent;
        this.absence = absence;
        this.evaluation = evaluation;
        this.frame = frame;
        this.figures = figures;
        this.competencies = competencies;
        this.employees = employees;
    }

    /** A competency of the job beside where the mentee stands, as the reader writes numbers. */
    record Level(String competency, String level, String required, boolean reached) {}

    /**
     * A work metric as the reader writes numbers.
     *
     * @param goal atLeast or atMost
     * @param trend better, worse or same, or null where nothing is known of before
     */
    record Metric(
            String name,
            String value,
            String target,
            String goal,
            boolean onTarget,
            @Nullable String before,
            @Nullable String trend,
            @Nullable String competency) {}

    /** A figure and its name's message code; {@code value} is null where nothing is known yet. */
    record Figure(String code, @Nullable String value) {}

    @GetMapping("/mentorships/{id}")
    @Transactional(readOnly = true)
    public String overview(@PathVariable String id, Principal principal, Locale locale, Model model) {
        Mentorship mentorship = frame.show(id, MentorshipTab.OVERVIEW, principal, locale, model);
        NumberFormat number = NumberFormat.getNumberInstance(locale);
        number.setMaximumFractionDigits(2);
        NumberFormat percent = NumberFormat.getPercentInstance(locale);
        model.addAttribute("levels", levels(mentorship, principal.getName(), number));
        List<MenteeMetrics.Metric> metrics = menteeMetrics.of(mentorship, principal.getName());
        model.addAttribute("metrics", metrics == null ? null : metrics(metrics, number));
        model.addAttribute("metricsOf", metrics == null || metrics.isEmpty() ? null : month(metrics.get(0), locale));
        model.addAttribute(
                "figures", figures(id, consent.visibleFrom(mentorship, principal.getName()), number, percent));
        MentorshipFigures.Plan plan = figures.plan(id);
        ReaderTime time = (ReaderTime) model.getAttribute("time");
        if (time != null) {
            absence.show(mentorship, principal.getName(), time, locale, model);
            evaluation.show(mentorship, principal.getName(), time, model);
        }
        model.addAttribute("plan", plan);
        LocalDate planEnd = figures.planEnd(mentorship);
        model.addAttribute("planEnd", planEnd == null || time == null ? null : time.day(planEnd));
        return "mentoring/overview";
    }

    private @Nullable List<Level> levels(Mentorship mentorship, String readerId, NumberFormat number) {
        Map<String, BigDecimal> levels = menteeLevels.of(mentorship, readerId);
        if (levels == null) {
            return null;
        }
        return competencies.modelOf(employees.get(mentorship.menteeId()).job()).stream()
                .map(asked -> {
                    BigDecimal level = levels.getOrDefault(asked.competency(), BigDecimal.ZERO);
                    return new Level(
                            asked.competency(),
                            number.format(level),
                            number.format(asked.requiredLevel()),
                            level.compareTo(asked.requiredLevel()) >= 0);
                })
                .toList();
    }

    private static List<Metric> metrics(List<MenteeMetrics.Metric> metrics, NumberFormat number) {
        return metrics.stream()
                .map(metric -> new Metric(
                        metric.metric(),
                        number.format(metric.value()),
                        number.format(metric.target()),
                        metric.higherIsBetter() ? "atLeast" : "atMost",
                        metric.onTarget(),
                        in(number, metric.before()),
                        metric.trend(),
                        metric.competency()))
                .toList();
    }

    /** All are of one month. */
    private static String month(MenteeMetrics.Metric metric, Locale locale) {
        String pattern = Locale.CHINESE.getLanguage().equals(locale.getLanguage()) ? "y年M月" : "MMMM y";
        return YearMonth.parse(metric.period()).format(DateTimeFormatter.ofPattern(pattern, locale));
    }

    private List<Figure> figures(String id, Instant marksFrom, NumberFormat number, NumberFormat percent) {
        MentorshipFigures.Input input = figures.input(id);
        MentorshipFigures.Output output = figures.output(id, marksFrom);
        return List.of(
                new Figure("executionRate", in(percent, figures.executionRate(id))),
                new Figure("hoursPerMonth", input == null ? null : in(number, input.hoursPerMonth())),
                new Figure("contactsPerWeek", input == null ? null : in(number, input.contactsPerWeek())),
                new Figure("resources", input == null ? null : number.format(input.resources())),
                new Figure("improvementRate", output == null ? null : in(percent, output.improvementRate())),
                new Figure("gapClosed", output == null ? null : in(percent, output.gapClosed())),
                new Figure("workMetricChange", output == null ? null : in(percent, output.workMetricChange())),
                new Figure("satisfaction", output == null ? null : in(number, output.satisfaction())));
    }

    private static @Nullable String in(NumberFormat format, @Nullable BigDecimal value) {
        return value == null ? null : format.format(value);
    }
}
