package org.xinhuo.mentoring.evaluation;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.engine.Decisions;
import org.xinhuo.engine.Outcome;
import org.xinhuo.engine.UsableAnswer;

/** Each has answered or was waived: the figures, and what the table of next steps needs to know. */
@Component
public class CompareResults {

    private final Evaluations evaluations;
    private final Answers answers;
    private final PlanGrowth planGrowth;
    private final PlanMetrics planMetrics;
    private final Decisions decisions;
    private final CompanyTime time;

    CompareResults(
            Evaluations evaluations,
            Answers answers,
            PlanGrowth planGrowth,
            PlanMetrics planMetrics,
            Decisions decisions,
            CompanyTime time) {
        this.evaluations = evaluations;
        this.answers = answers;
        this.planGrowth = planGrowth;
        this.planMetrics = planMetrics;
        this.decisions = decisions;
        this.time = time;
    }

    /**
     * The inputs of the decision next-step.
     *
     * @param menteeRecommendation none or rematch; null where that answer was waived
     * @param mentorRecommendation graduate, continue or rematch; null where that answer was waived
     * @param gapClosed 1 is the whole way; null where there was no gap
     */
    public record Comparison(
            @Nullable String menteeRecommendation,
            @Nullable String mentorRecommendation,
            @Nullable BigDecimal gapClosed) {}

    @Transactional
    public Comparison compare(String mentorshipId) {
        Evaluation evaluation = evaluations.underWay(mentorshipId);
        Growth growth = planGrowth.now(mentorshipId);
        Map<Answers.Kind, Map<String, BigDecimal>> levels = new LinkedHashMap<>();
        growth.ways().forEach(way -> {
            put(levels, Answers.Kind.BEFORE, way.competency(), way.before());
            put(levels, Answers.Kind.AFTER, way.competency(), way.after());
            put(levels, Answers.Kind.TARGET, way.competency(), way.target());
        });
        levels.forEach((kind, ofKind) -> answers.keep(evaluation, kind, ofKind));
        Answers.Given given = answers.given(evaluation);
        Integer satisfaction = given.selfSatisfaction();
        if (satisfaction != null) {
            Outcome wish = decisions.decide("mentee-wish", Map.of("satisfaction", satisfaction));
            evaluation.wish(wishIn(wish), wish.decision());
        }
        evaluation.compare(growth, planMetrics.change(mentorshipId), time.now());
        evaluations.saveAndFlush(evaluation);
        return new Comparison(evaluation.menteeRecommendation(), given.mentorRecommendation(), evaluation.gapClosed());
    }

    /** An answer that the product does not know is no wish: nobody loses a mentor by a slip in the table. */
    static String wishIn(Outcome outcome) {
        return UsableAnswer.of(outcome).code("menteeRecommendation", Set.of("none", "rematch"), "none");
    }

    private static void put(
            Map<Answers.Kind, Map<String, BigDecimal>> levels, Answers.Kind kind, String competency, BigDecimal level) {
        levels.computeIfAbsent(kind, first -> new LinkedHashMap<>()).put(competency, level);
    }
}
