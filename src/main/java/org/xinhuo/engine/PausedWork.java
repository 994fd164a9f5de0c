package org.xinhuo.engine;

import org.jspecify.annotations.Nullable;

/** Says what stands still for a while: its tasks wait, and timers that are set meanwhile do not run. */
public interface PausedWork {

    /** @throws org.xinhuo.base.Refusal where the work with this business key stands still */
    void expectGoesOn(@Nullable String businessKey);

    /**
     * Whether a timer that is just being set shall stand still, too.
     *
     * @param process the key of its process
     * @param activity the id of the event that waits for it
     */
    boolean holdsTimer(String process, String activity, @Nullable String businessKey);
}
