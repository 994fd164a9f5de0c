package org.xinhuo.incentive.process.reward;

/** The names that code and the model {@code reward} share. */
final class RewardModel {

    static final String KEY = "reward";

    static final String APPROVE_REWARD = "approveReward";

    /** The entry of the ledger; the business key says the same. */
    static final String REWARD_ID = "rewardId";

    /** Whether a person must look at it, as the table reward-approval answered. */
    static final String NEEDED = "needed";

    /** The message that an entry is due no more. */
    static final String WITHDRAWN = "reward.withdrawn";

    private RewardModel() {}
}
