package org.xinhuo.engine;

import java.util.Optional;
import org.xinhuo.base.Refusal;

/** Says who may not take or complete a task although it is his or her group's, or was given to him or her. */
@FunctionalInterface
public interface BarredFromTasks {

    /**
     * @param process the key of the task's process
     * @param task the id of the task in its model
     */
    boolean isBarred(String process, String task, String businessKey, String personId);

    /** What whoever is barred reads; where it is empty, that the task is not theirs. */
    default Optional<Refusal> why(String process, String task, String businessKey, String personId) {
        return Optional.empty();
    }
}
