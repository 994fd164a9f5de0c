package org.xinhuo.incentive.reward;

/** What the ledger asks of whoever carries a reward through its approval. */
public interface RewardTasks {

    /** Starts the way of a new entry to the payroll, in this transaction. */
    void start(String rewardId);

    /** Ends it, where an entry has been withdrawn: nobody is asked about it any more. */
    void withdraw(String rewardId);
}
