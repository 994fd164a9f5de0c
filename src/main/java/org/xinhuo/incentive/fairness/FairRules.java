package org.xinhuo.incentive.fairness;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Map;
import org.xinhuo.engine.Decisions;
import org.xinhuo.engine.Outcome;

/**
 * What the decisions {@code fair-score-rules} and {@code ring-rules} say for a month.
 *
 * @param windowMonths months of marks that say how severe raters are, the reviewed one included
 * @param minimumRaters with fewer in the month the adjusted mean is not shown
 * @param intervalLevel how sure an interval is, between 0 and 1
 * @param cashRank {@link #CONTRACT} or {@link #ADJUSTED}
 */
record FairRules(
        int windowMonths,
        int minimumRaters,
        BigDecimal intervalLevel,
        Spread.Limits spread,
        String cashRank,
        int version,
        RingSearch.Limits rings,
        boolean ringsHoldCash,
        int ringVersion) {

    static final String CONTRACT = "contract";

    static final String ADJUSTED = "adjusted";

    /** Degrees of freedom below which variances are not estimated: the estimate would be worse than none. */
    private static final int ENOUGH = 30;

    private static final int LONGEST_WINDOW = 24;

    private static final int LARGEST_GROUP = 8;

    /** Asks the tables and has the answers recorded. @throws IllegalStateException for values that mean nothing */
    static FairRules of(Decisions decisions, YearMonth period) {
        Map<String, Object> inputs = Map.of("month", period.toString());
        return of(decisions.decide("fair-score-rules", inputs), decisions.decide("ring-rules", inputs));
    }

    /** As the tables said when this month was confirmed. */
    static FairRules of(Decisions decisions, FairMonth month) {
        Map<String, Object> inputs = Map.of("month", month.period().toString());
        return of(
                decisions.preview("fair-score-rules", month.rulesVersion()).decide(inputs),
                decisions.preview("ring-rules", month.ringVersion()).decide(inputs));
    }

    private static FairRules of(Outcome scores, Outcome rings) {
        Outcome.Row score = scores.first();
        Outcome.Row ring = rings.first();
        FairRules rules = new FairRules(
                score.integer("windowMonths"),
                score.integer("minimumRaters"),
                score.number("intervalLevel"),
                new Spread.Limits(
                        score.number("pull").doubleValue(),
                        score.number("strongestPull").doubleValue(),
                        ENOUGH),
                score.text("cashRank"),
                scores.decision().version(),
                new RingSearch.Limits(
                        ring.integer("largestGroup"),
                        ring.integer("fewestMarks"),
                        ring.number("leastExcess").doubleValue(),
                        ring.number("falseAlarm").doubleValue()),
                ring.flag("holdsCash"),
                rings.decision().version());
        rules.check();
        return rules;
    }

    private void check() {
        boolean sound = windowMonths >= 1
                && windowMonths <= LONGEST_WINDOW
                && intervalLevel.signum() > 0
                && intervalLevel.compareTo(BigDecimal.ONE) < 0
                && spread.pull() > 0
                && spread.strongestPull() > 0
                && (cashRank.equals(CONTRACT) || cashRank.equals(ADJUSTED))
                && rings.largest() >= 2
                && rings.largest() <= LARGEST_GROUP
                && rings.fewestMarks() >= 2
                && rings.leastExcess() >= 0
                && rings.falseAlarm() > 0
                && rings.falseAlarm() < 1;
        if (!sound) {
            throw new IllegalStateException("fair-score-rules or ring-rules answer what cannot be: " + this);
        }
    }

    YearMonth windowFrom(YearMonth period) {
        return period.minusMonths(windowMonths - 1L);
    }
}
