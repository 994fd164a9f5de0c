package org.xinhuo.incentive.reward;

import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Approves several rewards at once: all of them or, where one is refused, none. */
@Component
@Transactional
public class AnswerRewards {

    private final RewardTasks tasks;

    AnswerRewards(RewardTasks tasks) {
        this.tasks = tasks;
    }

    /**
     * @param rewardIds in any order; the same one twice counts once
     * @throws org.xinhuo.base.Refusal as {@link RewardTasks#answer} says, for the first that cannot be approved
     */
    public int approve(Collection<String> rewardIds, String person) {
        // Always in the same order: two who approve the same ones wait for each other and never for ever.
        SortedSet<String> inOrder = new TreeSet<>(rewardIds);
        inOrder.forEach(id -> tasks.answer(id, person, true, null));
        return inOrder.size();
    }
}
