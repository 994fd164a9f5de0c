package org.xinhuo.mentoring.matching;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinhuo.base.Refusal;
import org.xinhuo.engine.Outcome.DecisionRef;

/**
 * Weights that somebody wants to try out, the same for everybody. Only the proportions of the first four matter.
 *
 * @param exposureFactor how many times his free places a mentor may stand on open shortlists
 */
public record TrialWeights(
        @Nullable BigDecimal expertise,
        @Nullable BigDecimal experience,
        @Nullable BigDecimal style,
        @Nullable BigDecimal rating,
        @Nullable BigDecimal exposureFactor) {

    private static final BigDecimal MOST = BigDecimal.valueOf(1000);
    private static final int MOST_DECIMALS = 6;

    /** @throws Refusal where one is missing, negative, above 1000 or too fine, or nothing has any weight */
    public void check(String field) {
        Map<String, @Nullable BigDecimal> all = new LinkedHashMap<>();
        all.put("expertise", expertise);
        all.put("experience", experience);
        all.put("style", style);
        all.put("rating", rating);
        all.put("exposureFactor", exposureFactor);
        all.forEach((name, value) -> {
            String path = field + "." + name;
            if (value == null) {
                throw Refusal.invalid(path, "form.required", path);
            }
            if (value.signum() < 0 || value.compareTo(MOST) > 0 || value.scale() > MOST_DECIMALS) {
                throw Refusal.invalid(path, "cohort.weightOutOfRange", path);
            }
        });
        if (weights().sum().signum() == 0 || weights().exposureFactor().signum() == 0) {
            throw Refusal.invalid(field, "cohort.noWeight", field);
        }
    }

    Weights weights() {
        return new Weights(
                orZero(expertise),
                orZero(experience),
                orZero(style),
                orZero(rating),
                orZero(exposureFactor),
                new DecisionRef("match-weights", 0, "trial"));
    }

    private static BigDecimal orZero(@Nullable BigDecimal value) {
        return value == null ? BigDecimal.ZERO : value;
    }
}
