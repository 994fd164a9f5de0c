package org.xinhuo.incentive.reward;

import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.Refusal;

/** Approves several rewards at once: all of them or, where one is refused, none. */
@Component
@Transactional
public class AnswerRewards {

    /** As many as one request answers for: some twenty statements each. */
    public static final int PORTION = 50;

    private final RewardTasks tasks;

    AnswerRewards(RewardTasks tasks) {
        this.tasks = tasks;
    }

    /**
     * @param rewardIds in any order; the same one twice counts once; {@link #PORTION} at most
     * @throws Refusal for too many, and as {@link RewardTasks#answer} says, for the first that cannot be approved
     */
    public int approve(Collection<String> rewardIds, String person) {
        if (rewardIds.size() > PORTION) {
            throw Refusal.invalid("ids", "reward.tooMany", PORTION);
        }
        // Always in the same order: two who approve the same ones wait for each other and never for ever.
        SortedSet<String> inOrder = new TreeSet<>(rewardIds);
        inOrder.forEach(id -> tasks.answer(id, person, true, null));
        return inOrder.size();
    }
}
