package org.xinhuo.mentoring.evaluation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.engine.Decisions;
import org.xinhuo.engine.Outcome;
import org.xinhuo.engine.UsableAnswer;
import org.xinhuo.mentoring.coaching.AdviceSpecificity.Part;
import org.xinhuo.mentoring.coaching.CoachingCase;
import org.xinhuo.mentoring.coaching.CoachingCases;
import org.xinhuo.mentoring.coaching.Guidances;
import org.xinhuo.notification.Notices;
import org.xinhuo.people.Competencies;
import org.xinhuo.people.Employee;
import org.xinhuo.people.Employees;

/**
 * At each evaluation: says whether the advice of the last one helped, gives the advice that the table coaching-advice
 * has for the figures of this coaching, and tells the mentor. Stored with the version of the table; only the mentor, HR
 * and auditors read it.
 */
@Component
public class AdviseMentor {

    private static final Logger log = LoggerFactory.getLogger(AdviseMentor.class);

    private final Evaluations evaluations;
    private final CoachingCases cases;
    private final MeasureEffort effort;
    private final Guidances guidances;
    private final PlanGrowth planGrowth;
    private final Competencies competencies;
    private final Employees employees;
    private final Decisions decisions;
    private final AdviceGiven given;
    private final Notices notices;

    AdviseMentor(
            Evaluations evaluations,
            CoachingCases cases,
            MeasureEffort effort,
            Guidances guidances,
            PlanGrowth planGrowth,
            Competencies competencies,
            Employees employees,
            Decisions decisions,
            AdviceGiven given,
            Notices notices) {
        this.evaluations = evaluations;
        this.cases = cases;
        this.effort = effort;
        this.guidances = guidances;
        this.planGrowth = planGrowth;
        this.competencies = competencies;
        this.employees = employees;
        this.decisions = decisions;
        this.given = given;
        this.notices = notices;
    }

    /** Where the plan was never coached under, there is nothing to advise on. */
    @Transactional
    public void advise(String mentorshipId) {
        Evaluation evaluation = evaluations.underWay(mentorshipId);
        cases.ofPlan(evaluation.planId()).ifPresent(coaching -> advise(evaluation, coaching));
    }

    /** Advice of the last evaluation beside the figure of today, or null where it cannot be told. */
    public record Earlier(MentorAdvice advice, @Nullable BigDecimal now) {}

    /** What the mentor of the evaluation under way was advised before. */
    @Transactional(readOnly = true)
    public List<Earlier> earlier(String mentorshipId) {
        Evaluation evaluation = evaluations.underWay(mentorshipId);
        return cases.ofPlan(evaluation.planId())
                .map(coaching -> inputs(evaluation, coaching))
                .map(inputs -> given.unjudged(evaluation).stream()
                        .map(advice -> new Earlier(advice, inputs.figure(advice.target(), advice.competency())))
                        .toList())
                .orElse(List.of());
    }

    private void advise(Evaluation evaluation, CoachingCase coaching) {
        AdviceInputs inputs = inputs(evaluation, coaching);
        judgeEarlier(evaluation, inputs);
        given.keepInputs(evaluation, inputs);
        Outcome outcome = decisions.decide("coaching-advice", inputs.ofTheTable());
        List<Outcome.Row> rows = usable(outcome);
        for (int index = 0; index < rows.size(); index++) {
            Outcome.Row said = rows.get(index);
            String target = said.text("target");
            String competency = "competency".equals(target) ? inputs.slowestCompetency() : null;
            given.give(evaluation, index + 1, said, outcome.decision(), competency, inputs.figure(target, competency));
        }
        if (!rows.isEmpty()) {
            tell(evaluation, rows, inputs);
        }
    }

    /**
     * What can be said of a table whose owner may have left something out: advice in one language alone is said in both
     * in that one; advice without any words, a code or a target that the product knows is left out.
     */
    static List<Outcome.Row> usable(Outcome outcome) {
        List<Outcome.Row> rows = new ArrayList<>();
        for (Outcome.Row row : outcome.rowsIfAny()) {
            Object chinese = row.value("text") == null ? row.value("textEn") : row.value("text");
            Object code = row.value("code");
            Object target = row.value("target");
            if (chinese == null
                    || code == null
                    || target == null
                    || !AdviceInputs.TARGETS.contains(target.toString())) {
                log.warn("coaching-advice gives {}, which cannot be said", row.outputs());
                continue;
            }
            Object english = row.value("textEn") == null ? chinese : row.value("textEn");
            rows.add(new Outcome.Row(Map.of("code", code, "target", target, "text", chinese, "textEn", english)));
        }
        return rows;
    }

    private AdviceInputs inputs(Evaluation evaluation, CoachingCase coaching) {
        List<Guidances.Line> talks = guidances.of(coaching);
        Growth growth = planGrowth.now(evaluation.mentorshipId());
        return new AdviceInputs(
                effort.of(coaching),
                growth.improvementRate(),
                growth.gapClosed(),
                growth.slowest().orElse(null),
                SpecificityFigures.of(
                        talks.stream().map(Guidances.Line::specificity).toList()),
                competencies.levelsOf(evaluation.menteeId()),
                talks.size(),
                effort.days(coaching));
    }

    private void judgeEarlier(Evaluation evaluation, AdviceInputs inputs) {
        List<MentorAdvice> earlier = given.unjudged(evaluation);
        int helped = 0;
        int told = 0;
        for (MentorAdvice advice : earlier) {
            String answer = helped(advice, inputs);
            given.judge(advice, evaluation, inputs.figure(advice.target(), advice.competency()), answer);
            helped += "yes".equals(answer) ? 1 : 0;
            told += AdviceGiven.TOO_EARLY.equals(answer) ? 0 : 1;
        }
        if (told > 0) {
            notices.tell(
                    evaluation.mentorId(),
                    "evaluation/" + evaluation.id() + "/helped",
                    "coaching.notice.helped",
                    link(evaluation),
                    employees.get(evaluation.menteeId()).name(),
                    told,
                    helped);
        }
    }

    /** An answer that its owner may have given another name says nothing, as nothing can be shown for it. */
    private String helped(MentorAdvice advice, AdviceInputs inputs) {
        return helpedBy(decisions.decide("advice-effect", inputs.ofTheEffect(advice)));
    }

    static String helpedBy(Outcome outcome) {
        return UsableAnswer.of(outcome)
                .code("helped", Set.of("yes", "no", AdviceGiven.TOO_EARLY), AdviceGiven.TOO_EARLY);
    }

    /** The table's own words, in the mentor's language: its owner may have added advice that no bundle knows. */
    private void tell(Evaluation evaluation, List<Outcome.Row> advice, AdviceInputs inputs) {
        SpecificityFigures specificity = inputs.specificity();
        String slowest = inputs.slowestCompetency();
        Employee mentor = employees.get(evaluation.mentorId());
        Locale language = mentor.locale();
        String column = "zh".equals(language.getLanguage()) ? "text" : "textEn";
        notices.tell(
                mentor.id(),
                "evaluation/" + evaluation.id() + "/advice",
                "coaching.notice.advice",
                link(evaluation),
                employees.get(evaluation.menteeId()).name(),
                advice.size() == 1
                        ? advice.get(0).text(column)
                        : IntStream.range(0, advice.size())
                                .mapToObj(index ->
                                        (index + 1) + ". " + advice.get(index).text(column))
                                .collect(Collectors.joining(" ")),
                specificity.lacking().isEmpty() ? 0 : 1,
                lacks(specificity, Part.STEP),
                lacks(specificity, Part.FIGURE),
                lacks(specificity, Part.DATE),
                lacks(specificity, Part.COMPETENCY),
                slowest == null ? 0 : 1,
                slowest == null ? "" : slowest);
    }

    /** For the sentence that says what most of the mentor's own advice does not name. */
    private static int lacks(SpecificityFigures specificity, Part part) {
        return specificity.lacking().contains(part) ? 1 : 0;
    }

    private static String link(Evaluation evaluation) {
        return "/mentorships/" + evaluation.mentorshipId() + "/coaching#advice";
    }
}
