package org.xinhuo.incentive.fairness;

import java.time.YearMonth;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.engine.Decisions;

/** Says what the ranks of a month that people read are made of. */
@Component
@Transactional(readOnly = true)
public class FollowedRank {

    /** The contract's formula. */
    public static final String CONTRACT = FairRules.CONTRACT;

    /** The adjusted mean. */
    public static final String ADJUSTED = FairRules.ADJUSTED;

    /** By the contract's formula until the review of the month computes adjusted means, which the rank then follows. */
    public static final String PROVISIONAL = "provisional";

    private final FairScores scores;
    private final Decisions decisions;

    FollowedRank(FairScores scores, Decisions decisions) {
        this.scores = scores;
        this.decisions = decisions;
    }

    /**
     * What the rank of this month follows.
     *
     * @param confirmed whether the month is; its own choice is kept then, a month of before there was one followed the
     *     contract
     * @return {@link #CONTRACT}, {@link #ADJUSTED} or {@link #PROVISIONAL}
     */
    public String of(YearMonth period, boolean confirmed) {
        if (confirmed) {
            return scores.month(period).filter(FairMonth::adjustedForCash).isPresent() ? ADJUSTED : CONTRACT;
        }
        return decisions
                        .preview("fair-score-rules")
                        .decide(Map.of("month", period.toString()))
                        .first()
                        .text("cashRank")
                        .equals(ADJUSTED)
                ? PROVISIONAL
                : CONTRACT;
    }
}
