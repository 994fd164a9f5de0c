package org.xinhuo.mentoring.matching;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinhuo.people.Expertise;
import org.xinhuo.people.RequiredCompetency;
import org.xinhuo.people.WorkMetric;

/** The formulas of the contract, section 6, "Need" and "Match". Exact to 34 digits; scores compare at six decimals. */
final class MatchFormula {

    static final int DECIMALS = 6;

    /** The mean of all marks where there are none. */
    static final BigDecimal MEAN_WITHOUT_MARKS = new BigDecimal("3.5");

    private static final MathContext EXACT = MathContext.DECIMAL128;
    private static final BigDecimal FIVE = BigDecimal.valueOf(5);
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private MatchFormula() {}

    /**
     * What a mentee needs, in the order of the job's model; empty for a job without a model.
     *
     * @param levels the mentee's latest levels by competency
     * @param metrics the mentee's work metrics of the latest period
     */
    static List<Need> needs(List<RequiredCompetency> model, Map<String, BigDecimal> levels, List<WorkMetric> metrics) {
        List<Need> unshared = model.stream()
                .map(asked -> {
                    BigDecimal level = levels.getOrDefault(asked.competency(), BigDecimal.ZERO);
                    BigDecimal shortfall = metrics.stream()
                            .filter(metric -> asked.competency().equals(metric.competency()))
                            .map(MatchFormula::shortfall)
                            .reduce(BigDecimal.ZERO, BigDecimal::max);
                    BigDecimal gap = asked.requiredLevel().subtract(level).max(BigDecimal.ZERO);
                    BigDecimal need =
                            asked.weight().multiply(gap).divide(FIVE, EXACT).add(shortfall);
                    return new Need(
                            asked.competency(),
                            asked.requiredLevel(),
                            level,
                            asked.weight(),
                            shortfall,
                            need,
                            BigDecimal.ZERO);
                })
                .toList();
        BigDecimal allNeed = unshared.stream().map(Need::need).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal allWeight = unshared.stream().map(Need::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean anyNeed = allNeed.signum() > 0;
        return unshared.stream()
                .map(need -> new Need(
                        need.competency(),
                        need.required(),
                        need.level(),
                        need.weight(),
                        need.shortfall(),
                        need.need(),
                        anyNeed
                                ? need.need().divide(allNeed, EXACT)
                                : need.weight().divide(allWeight, EXACT)))
                .toList();
    }

    /** How far a figure misses its target, 0 to 1; 0 on the right side of it. */
    static BigDecimal shortfall(WorkMetric metric) {
        BigDecimal missing = metric.higherIsBetter()
                ? metric.target().subtract(metric.value())
                : metric.value().subtract(metric.target());
        if (missing.signum() <= 0) {
            return BigDecimal.ZERO;
        }
        if (metric.target().signum() == 0) {
            return BigDecimal.ONE;
        }
        return missing.divide(metric.target().abs(), EXACT).min(BigDecimal.ONE);
    }

    /** Σ n(c) · min(1, level / max(1, required)). */
    static BigDecimal expertise(List<Need> needs, Map<String, Expertise> skills) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Need need : needs) {
            Expertise skill = skills.get(need.competency());
            if (skill != null) {
                BigDecimal covered = skill.level()
                        .divide(need.required().max(BigDecimal.ONE), EXACT)
                        .min(BigDecimal.ONE);
                sum = sum.add(need.share().multiply(covered, EXACT), EXACT);
            }
        }
        return sum.min(BigDecimal.ONE);
    }

    /** ȳ = Σ n(c) · years(c). */
    static BigDecimal years(List<Need> needs, Map<String, Expertise> skills) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Need need : needs) {
            Expertise skill = skills.get(need.competency());
            if (skill != null) {
                sum = sum.add(need.share().multiply(skill.years(), EXACT), EXACT);
            }
        }
        return sum;
    }

    /**
     * 0.5 · min(1, ȳ / 5) + 0.5 · k / (k + 2).
     *
     * @param graduated k, completed mentorships with mentees of the same job
     */
    static BigDecimal experience(BigDecimal years, int graduated) {
        BigDecimal byYears = years.divide(FIVE, EXACT).min(BigDecimal.ONE);
        BigDecimal byMentees = BigDecimal.valueOf(graduated).divide(BigDecimal.valueOf(graduated + 2L), EXACT);
        return HALF.multiply(byYears.add(byMentees), EXACT);
    }

    static BigDecimal style(@Nullable String preferred, String style) {
        if (preferred == null) {
            return HALF;
        }
        return preferred.equals(style) ? BigDecimal.ONE : BigDecimal.ZERO;
    }

    /** (r̄ − 1) / 4 with r̄ = (5 · μ + Σ r) / (5 + n). */
    static BigDecimal rating(BigDecimal meanOfAll, int marks, long markSum) {
        BigDecimal smoothed =
                FIVE.multiply(meanOfAll).add(BigDecimal.valueOf(markSum)).divide(BigDecimal.valueOf(5L + marks), EXACT);
        return smoothed.subtract(BigDecimal.ONE).divide(BigDecimal.valueOf(4), EXACT);
    }

    /** μ, the mean of all marks that any mentor ever got. */
    static BigDecimal mean(long marks, long markSum) {
        return marks == 0 ? MEAN_WITHOUT_MARKS : BigDecimal.valueOf(markSum).divide(BigDecimal.valueOf(marks), EXACT);
    }

    /** Σ weight · factor / Σ weight, six decimals, half up. */
    static BigDecimal score(Weights weights, Factors factors) {
        BigDecimal all = weights.sum();
        if (all.signum() == 0) {
            return BigDecimal.ZERO.setScale(DECIMALS);
        }
        return weights.expertise()
                .multiply(factors.expertise())
                .add(weights.experience().multiply(factors.experience()))
                .add(weights.style().multiply(factors.style()))
                .add(weights.rating().multiply(factors.rating()))
                .divide(all, EXACT)
                .setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    static Factors factors(List<Need> needs, @Nullable String preferredStyle, BigDecimal meanOfAll, Candidate mentor) {
        return new Factors(
                expertise(needs, mentor.skills()),
                experience(years(needs, mentor.skills()), mentor.graduated()),
                style(preferredStyle, mentor.style()),
                rating(meanOfAll, mentor.marks(), mentor.markSum()));
    }
}
