package org.xinhuo.incentive.reward;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the ledger asks of whoever carries a reward through its approval. */
public interface RewardTasks {

    /**
     * Starts the way of an entry to the payroll, in this transaction, or starts it again where the instance that carried
     * the entry is gone.
     *
     * @throws org.xinhuo.base.Refusal as {@link OpenReward#open} says
     */
    void start(String rewardId);

    /** The entries that something carries on. */
    Set<String> carried();

    /** The entries about which HR is asked and nobody else has claimed the task. @param person who would answer */
    Set<String> waitingFor(String person);

    /**
     * Answers for a reward that waits for its approval, as this person and by the same form as in Tasklist.
     *
     * @param remark why; needed to reject
     * @throws org.xinhuo.base.Refusal where nobody is asked about it, where somebody else has taken the task, for an own
     *     reward, and for a rejection without a reason
     */
    void answer(String rewardId, String person, boolean approved, @Nullable String remark);

    /** Ends it, where an entry has been withdrawn: nobody is asked about it any more. */
    void withdraw(String rewardId);
}
