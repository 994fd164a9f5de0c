package org.xinhuo.mentoring.evaluation;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;

/** Both have answered: the figures, and what the table of next steps needs to know. */
@Component
public class CompareResults {

    /** A satisfaction up to this says that the mentee wants another mentor; the form asks for no step. */
    static final int WANTS_ANOTHER_MENTOR = 2;

    private final Evaluations evaluations;
    private final Answers answers;
    private final PlanGrowth planGrowth;
    private final PlanMetrics planMetrics;
    private final CompanyTime time;

    CompareResults(
            Evaluations evaluations,
            Answers answers,
            PlanGrowth planGrowth,
            PlanMetrics planMetrics,
            CompanyTime time) {
        this.evaluations = evaluations;
        this.answers = answers;
        this.planGrowth = planGrowth;
        this.planMetrics = planMetrics;
        this.time = time;
    }

    /**
     * The inputs of the decision next-step.
     *
     * @param menteeRecommendation none or rematch
     * @param mentorRecommendation graduate, continue or rematch
     * @param gapClosed 1 is the whole way; null where there was no gap
     */
    public record Comparison(
            String menteeRecommendation,
            String mentorRecommendation,
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
        int satisfaction = Objects.requireNonNull(given.selfSatisfaction());
        evaluation.compare(
                satisfaction <= WANTS_ANOTHER_MENTOR ? "rematch" : "none",
                growth,
                planMetrics.change(mentorshipId),
                time.now());
        evaluations.saveAndFlush(evaluation);
        return new Comparison(
                Objects.requireNonNull(evaluation.menteeRecommendation()),
                Objects.requireNonNull(given.mentorRecommendation()),
                evaluation.gapClosed());
    }

    private static void put(
            Map<Answers.Kind, Map<String, BigDecimal>> levels, Answers.Kind kind, String competency, BigDecimal level) {
        levels.computeIfAbsent(kind, first -> new LinkedHashMap<>()).put(competency, level);
    }
}
