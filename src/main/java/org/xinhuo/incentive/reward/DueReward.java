package org.xinhuo.incentive.reward;

import java.math.BigDecimal;
import java.time.YearMonth;
import org.xinhuo.engine.Outcome.DecisionRef;

/**
 * What the decision {@code lecturer-reward} says that somebody has earned.
 *
 * @param amount in {@code currency}, two decimals; 0 for a certificate
 * @param basis what the decision was asked, and the person's figures behind it
 */
record DueReward(
        String employeeId,
        YearMonth period,
        String kind,
        BigDecimal amount,
        String currency,
        DecisionRef decision,
        RewardBasis basis) {}
