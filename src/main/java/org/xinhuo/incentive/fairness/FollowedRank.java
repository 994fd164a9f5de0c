package org.xinhuo.incentive.fairness;

import java.time.YearMonth;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.engine.Decisions;
import org.xinhuo.engine.UsableAnswer;

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
     * What the rank of this month follows; the contract as long as the table of a live month does not say.
     *
     * @param confirmed whether the month is; its own choice is kept then, a month of before there was one followed the
     *     contract
     * @return {@link #CONTRACT}, {@link #ADJUSTED} or {@link #PROVISIONAL}
     */
    public String of(YearMonth period, boolean confirmed) {
        if (confirmed) {
            return scores.month(period).filter(FairMonth::adjustedForCash).isPresent() ? ADJUSTED : CONTRACT;
        }
        return UsableAnswer.of(decisions.preview("fair-score-rules").decide(Map.of("month", period.toString())))
                        .code("cashRank", Set.of(CONTRACT, ADJUSTED), CONTRACT)
                        .equals(ADJUSTED)
                ? PROVISIONAL
                : CONTRACT;
    }
}
