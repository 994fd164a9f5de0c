package org.xinhuo.engine;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Says what stands still for a while: its tasks wait, and timers that are set meanwhile do not run. */
public interface PausedWork {

    /** @throws org.xinhuo.base.Refusal where the work with this business key stands still */
    void expectGoesOn(@Nullable String businessKey);

    /**
     * The same for one task, of which some answers need not wait.
     *
     * @param process the key of the task's process
     * @param task the id of the task
     * @param submitted what is handed in, checked against the task's form when it is first looked at; null for a task
     *     without a form of ours
     * @throws org.xinhuo.base.Refusal where the work with this business key stands still, and this has to wait
     */
    default void expectGoesOn(
            String process, String task, Supplier<@Nullable FormInput> submitted, @Nullable String businessKey) {
        expectGoesOn(businessKey);
    }

    /**
     * Whether a timer that is just being set shall stand still, too.
     *
     * @param process the key of its process
     * @param activity the id of the event that waits for it
     */
    boolean holdsTimer(String process, String activity, @Nullable String businessKey);
}
