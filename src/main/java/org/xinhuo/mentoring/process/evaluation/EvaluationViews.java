package org.xinhuo.mentoring.process.evaluation;

import static org.xinhuo.mentoring.process.stage.PairFacts.written;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;
import org.xinhuo.base.Texts;
import org.xinhuo.engine.TaskView;
import org.xinhuo.mentoring.evaluation.AdviseMentor;
import org.xinhuo.mentoring.evaluation.Answers;
import org.xinhuo.mentoring.evaluation.Answers.Kind;
import org.xinhuo.mentoring.evaluation.Evaluation;
import org.xinhuo.mentoring.evaluation.Evaluations;
import org.xinhuo.mentoring.plan.PlanLevels;
import org.xinhuo.mentoring.plan.Plans;
import org.xinhuo.mentoring.process.stage.PairFacts;
import org.xinhuo.mentoring.process.stage.StageView;
import org.xinhuo.mentoring.rights.MentoringAction;
import org.xinhuo.mentoring.rights.MentoringRights;
import org.xinhuo.people.Competencies;

/** What the forms of evaluation show beside their fields. Nothing shows the mentee's answer to the mentor. */
@Configuration(proxyBeanMethods = false)
class EvaluationViews {

    private final PairFacts pair;
    private final Plans plans;
    private final PlanLevels planLevels;
    private final Evaluations evaluations;
    private final Answers answers;
    private final Competencies competencies;
    private final AdviseMentor adviseMentor;
    private final MentoringRights rights;
    private final Texts texts;

    EvaluationViews(
            PairFacts pair,
            Plans plans,
            PlanLevels planLevels,
            Evaluations evaluations,
            Answers answers,
            Competencies competencies,
            AdviseMentor adviseMentor,
            MentoringRights rights,
            Texts texts) {
        this.pair = pair;
        this.plans = plans;
        this.planLevels = planLevels;
        this.evaluations = evaluations;
        this.answers = answers;
        this.competencies = competencies;
        this.adviseMentor = adviseMentor;
        this.rights = rights;
        this.texts = texts;
    }

    @Bean
    TaskView selfEvaluateView() {
        return new StageView(EvaluationModel.KEY, EvaluationModel.SELF_EVALUATE, (id, reader, values) -> {
            pair.addTo(values, id, reader);
            pair.addLevelsToFill(values, id);
        });
    }

    @Bean
    TaskView evaluateGrowthView() {
        return new StageView(EvaluationModel.KEY, EvaluationModel.EVALUATE_GROWTH, (id, reader, values) -> {
            pair.addTo(values, id, reader);
            pair.addLevelsToFill(values, id);
            values.put("planGoals", goals(id));
            values.put("pastAdvice", pastAdvice(id));
        });
    }

    @Bean
    TaskView decideNextStepView() {
        return new StageView(EvaluationModel.KEY, EvaluationModel.DECIDE_NEXT_STEP, (id, reader, values) -> {
            if (reader != null) {
                rights.check(reader, id, MentoringAction.READ_SELF_EVALUATION);
            }
            pair.addTo(values, id, reader);
            addBothViews(values, evaluations.underWay(id));
        });
    }

    private List<Map<String, Object>> pastAdvice(String mentorshipId) {
        Locale reader = LocaleContextHolder.getLocale();
        return adviseMentor.earlier(mentorshipId).stream()
                .map(earlier -> Map.<String, Object>of(
                        "advice", earlier.advice().text(reader),
                        "competency",
                                Objects.requireNonNullElse(earlier.advice().competency(), ""),
                        "before", shown(earlier.advice().before()),
                        "now", shown(earlier.now())))
                .toList();
    }

    private List<Map<String, Object>> goals(String mentorshipId) {
        List<Map<String, Object>> rows = new ArrayList<>();
        plans.confirmed(mentorshipId).ifPresent(plan -> {
            Map<String, BigDecimal> levels = competencies.levelsOf(plan.menteeId());
            planLevels
                    .of(plan)
                    .forEach(level -> rows.add(Map.of(
                            "competency", level.competency(),
                            "before", written(level.before()),
                            "level", written(levels.getOrDefault(level.competency(), BigDecimal.ZERO)),
                            "target", written(level.target()))));
        });
        return rows;
    }

    private void addBothViews(Map<String, Object> values, Evaluation evaluation) {
        Answers.Given given = answers.given(evaluation);
        Map<String, BigDecimal> before = answers.levels(evaluation, Kind.BEFORE);
        Map<String, BigDecimal> self = answers.levels(evaluation, Kind.SELF);
        Map<String, BigDecimal> growth = answers.levels(evaluation, Kind.GROWTH);
        Map<String, BigDecimal> target = answers.levels(evaluation, Kind.TARGET);
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(self.keySet());
        names.addAll(growth.keySet());
        values.put(
                "views",
                names.stream()
                        .map(name -> Map.of(
                                "competency", name,
                                "before", shown(before.get(name)),
                                "self", shown(self.get(name)),
                                "growth", shown(growth.get(name)),
                                "target", shown(target.get(name))))
                        .toList());
        values.put(
                "marks",
                List.of(
                        Map.of(
                                "who", texts.text("mentoring.side.mentee"),
                                "satisfaction", shown(given.selfSatisfaction()),
                                "recommendation", step(evaluation.menteeRecommendation()),
                                "comment", Objects.requireNonNullElse(given.selfComment(), "")),
                        Map.of(
                                "who", texts.text("mentoring.side.mentor"),
                                "satisfaction", shown(given.growthSatisfaction()),
                                "recommendation", step(given.mentorRecommendation()),
                                "comment", "")));
        values.put(
                "figures",
                Map.of(
                        "gapClosed", percent(evaluation.gapClosed()),
                        "improvementRate", percent(evaluation.improvementRate()),
                        "workMetricChange", percent(evaluation.workMetricChange())));
    }

    private String step(@Nullable String step) {
        return texts.text("mentoring.nextStep." + (step == null ? "waived" : step));
    }

    /** A fraction as the reader writes it in percent. */
    private static String percent(@Nullable BigDecimal fraction) {
        return fraction == null
                ? shown(null)
                : NumberFormat.getPercentInstance(LocaleContextHolder.getLocale())
                        .format(fraction);
    }

    private static String shown(@Nullable Object value) {
        return value == null ? "—" : value instanceof BigDecimal number ? written(number) : value.toString();
    }
}
