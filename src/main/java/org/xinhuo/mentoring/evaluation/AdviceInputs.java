package org.xinhuo.mentoring.evaluation;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinhuo.mentoring.MentorshipFigures;

/**
 * What the table coaching-advice is asked with, and how a figure is judged at the next evaluation.
 *
 * @param improvementRate as a fraction; null where every level began at 0
 * @param slowest the competency that came least far; null where none is behind
 * @param levels the mentee's levels of now, by competency
 * @param days how long the coaching was
 */
record AdviceInputs(
        MentorshipFigures.Input effort,
        @Nullable BigDecimal improvementRate,
        Growth.@Nullable Way slowest,
        SpecificityFigures specificity,
        Map<String, BigDecimal> levels,
        int guidances,
        long days) {

    /** A coaching without any talk says something about advice only after this many days. */
    static final int DAYS_TO_TELL = 28;

    @Nullable
    String slowestCompetency() {
        return slowest == null ? null : slowest.competency();
    }

    Map<String, Object> ofTheTable() {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("hoursPerMonth", effort.hoursPerMonth().doubleValue());
        inputs.put("contactsPerWeek", effort.contactsPerWeek().doubleValue());
        inputs.put("resources", effort.resources());
        inputs.put("improvementRate", improvementRate == null ? null : improvementRate.doubleValue());
        inputs.put("slowestCompetency", slowestCompetency());
        BigDecimal mean = specificity.mean();
        inputs.put("specificity", mean == null ? null : mean.doubleValue());
        return inputs;
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

    /**
     * Whether earlier advice helped, by the figure that it was to change: yes where it is higher now, else no; too early
     * where it cannot be compared, or where the coaching was shorter than four weeks and no talk was held in it.
     */
    String helped(MentorAdvice advice) {
        BigDecimal before = advice.before();
        BigDecimal after = figure(advice.target(), advice.competency());
        if (before == null || after == null || (guidances == 0 && days < DAYS_TO_TELL)) {
            return AdviceGiven.TOO_EARLY;
        }
        return after.compareTo(before) > 0 ? "yes" : "no";
    }
}
