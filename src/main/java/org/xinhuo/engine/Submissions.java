package org.xinhuo.engine;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The checked inputs of the tasks that this thread is just completing. Not process variables, not even transient ones:
 * the engine would serialise those.
 */
final class Submissions {

    private static final ThreadLocal<Map<String, FormInput>> OF_THIS_THREAD = ThreadLocal.withInitial(HashMap::new);

    private Submissions() {}

    static void put(String taskId, FormInput input) {
        OF_THIS_THREAD.get().put(taskId, input);
    }

    static @Nullable FormInput of(String taskId) {
        return OF_THIS_THREAD.get().get(taskId);
    }

    static void forget(String taskId) {
        Map<String, FormInput> inputs = OF_THIS_THREAD.get();
        inputs.remove(taskId);
        if (inputs.isEmpty()) {
            OF_THIS_THREAD.remove();
        }
    }
}
