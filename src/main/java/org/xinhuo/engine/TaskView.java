package org.xinhuo.engine;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinhuo.base.Refusal;

/**
 * What a form shows beside its fields, read from the tables when the form is opened. Names and figures therefore never
 * stand in process variables and are never stale. A bean of a module's process package.
 */
public interface TaskView {

    /** The process definition's key. */
    String process();

    /** The user task's id in the model. */
    String task();

    /**
     * The values by the names that the form uses: texts, numbers, flags, or lists and maps of these (as JSON).
     *
     * @param businessKey the aggregate's id
     */
    Map<String, Object> values(String businessKey);

    /**
     * The same for a view that shows something that not everybody may read who may open the task.
     *
     * @param readerId who opens the form, or null where it is the product itself
     * @throws Refusal where the reader may not read what the form shows
     */
    default Map<String, Object> values(String businessKey, @Nullable String readerId) {
        return values(businessKey);
    }
}
