package org.xinhuo.incentive.fairness;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;

/**
 * The fair scores of a month as a whole.
 *
 * @param confirmed whether they are frozen with the month; otherwise a draft that HR is about to confirm
 * @param windowFrom the first month whose marks say how severe raters are
 * @param cashRank {@code contract} or {@code adjusted}: what the month's rank for cash follows
 * @param rulesVersion of the decision {@code fair-score-rules}
 * @param ringVersion of the decision {@code ring-rules}
 * @param marks of the window, one a rater, lecturer and month
 * @param severity variance between raters, {@code quality} between lecturer months, {@code noise} the rest
 * @param severities how many raters by severity in steps of half a point, the strict first; the middle is around 0
 * @param minimumRaters with fewer in the month the adjusted mean is not shown to the lecturer
 */
public record FairMonth(
        YearMonth period,
        boolean confirmed,
        YearMonth windowFrom,
        String method,
        String cashRank,
        int rulesVersion,
        int ringVersion,
        BigDecimal intervalLevel,
        int minimumRaters,
        int marks,
        int raters,
        double quality,
        double severity,
        double noise,
        List<Integer> severities) {

    /** Whether cash follows the adjusted mean. */
    public boolean adjustedForCash() {
        return cashRank.equals(FairRules.ADJUSTED);
    }
}
