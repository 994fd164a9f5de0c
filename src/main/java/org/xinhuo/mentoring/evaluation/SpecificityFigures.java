package org.xinhuo.mentoring.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinhuo.mentoring.coaching.AdviceSpecificity;
import org.xinhuo.mentoring.coaching.AdviceSpecificity.Part;

/**
 * How specific the advice in a coaching's guidances was. Null everywhere where there was none; six decimals, half up.
 *
 * @param mean over the guidances, 0 to 4
 * @param withStep the share of guidances that name a step, 0 to 1; the others alike
 */
public record SpecificityFigures(
        @Nullable BigDecimal mean,
        @Nullable BigDecimal withStep,
        @Nullable BigDecimal withFigure,
        @Nullable BigDecimal withDate,
        @Nullable BigDecimal withCompetency) {

    private static final BigDecimal HALF = new BigDecimal("0.5");

    static SpecificityFigures of(List<AdviceSpecificity> advice) {
        if (advice.isEmpty()) {
            return new SpecificityFigures(null, null, null, null, null);
        }
        return new SpecificityFigures(
                mean(advice.stream().mapToInt(AdviceSpecificity::score).sum(), advice.size()),
                share(advice, Part.STEP),
                share(advice, Part.FIGURE),
                share(advice, Part.DATE),
                share(advice, Part.COMPETENCY));
    }

    /** What less than half of the guidances name: why the advice is not more specific. */
    public List<Part> lacking() {
        return List.of(Part.values()).stream()
                .filter(part -> {
                    BigDecimal share = switch (part) {
                        case STEP -> withStep;
                        case FIGURE -> withFigure;
                        case DATE -> withDate;
                        case COMPETENCY -> withCompetency;
                    };
                    return share != null && share.compareTo(HALF) < 0;
                })
                .toList();
    }

    private static BigDecimal share(List<AdviceSpecificity> advice, Part part) {
        return mean((int) advice.stream().filter(one -> one.has(part)).count(), advice.size());
    }

    private static BigDecimal mean(int sum, int count) {
        return BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(count), Growth.DECIMALS, RoundingMode.HALF_UP);
    }
}
