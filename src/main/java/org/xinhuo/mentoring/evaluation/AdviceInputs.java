package org.xinhuo.mentoring.evaluation;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinhuo.mentoring.MentorshipFigures;

/**
 * What the tables coaching-advice and, at the next evaluation, advice-effect are asked with.
 *
 * @param improvementRate as a fraction; null where every level began at 0
 * @param gapClosed over all competencies of the plan, 1 for the whole way; null where there was no gap
 * @param slowest the competency that came least far; null where none is behind
 * @param levels the mentee's levels of now, by competency
 * @param days how long the coaching was
 */
record AdviceInputs(
        MentorshipFigures.Input effort,
        @Nullable BigDecimal improvementRate,
        @Nullable BigDecimal gapClosed,
        Growth.@Nullable Way slowest,
        SpecificityFigures specificity,
        Map<String, BigDecimal> levels,
        int guidances,
        long days) {

    /** What advice can be to change, as {@link #figure} knows it. */
    static final Set<String> TARGETS =
            Set.of("hours", "contacts", "resources", "improvement", "competency", "specificity");

    @Nullable
    String slowestCompetency() {
        return slowest == null ? null : slowest.competency();
    }

    /** How much of its own way the slowest competency came; null where none is behind. */
    @Nullable
    BigDecimal slowestGapClosed() {
        return slowest == null ? null : Growth.share(slowest);
    }

    Map<String, Object> ofTheTable() {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("hoursPerMonth", effort.hoursPerMonth().doubleValue());
        inputs.put("contactsPerWeek", effort.contactsPerWeek().doubleValue());
        inputs.put("resources", effort.resources());
        inputs.put("improvementRate", asDouble(improvementRate));
        inputs.put("slowestCompetency", slowestCompetency());
        inputs.put("specificity", asDouble(specificity.mean()));
        inputs.put("gapClosed", asDouble(gapClosed));
        inputs.put("slowestGapClosed", asDouble(slowestGapClosed()));
        return inputs;
    }

    private static @Nullable Double asDouble(@Nullable BigDecimal figure) {
        return figure == null ? null : figure.doubleValue();
    }

    /** The figure that a piece of advice is to change, as it is now; null where it cannot be told. */
    @Nullable
    BigDecimal figure(String target, @Nullable String competency) {
        return switch (target) {
            case "hours" -> effort.hoursPerMonth();
            case "contacts" -> effort.contactsPerWeek();
            case "resources" -> BigDecimal.valueOf(effort.resources());
            case "improvement" -> improvementRate;
            case "specificity" -> specificity.mean();
            case "competency" -> competency == null ? null : levels.getOrDefault(competency, BigDecimal.ZERO);
            default -> null;
        };
    }

    /** What the table advice-effect is asked with: how much the figure of earlier advice has risen, and since when. */
    Map<String, Object> ofTheEffect(MentorAdvice advice) {
        BigDecimal before = advice.before();
        BigDecimal after = figure(advice.target(), advice.competency());
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("days", days);
        inputs.put("talks", guidances);
        inputs.put("change", before == null || after == null ? null : asDouble(after.subtract(before)));
        return inputs;
    }
}
