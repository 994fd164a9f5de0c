package org.xinhuo.engine;

import java.util.List;

/**
 * What one user task takes in: every field that may be submitted, and no other.
 *
 * @param process the process definition's key
 * @param task the user task's id in the model
 */
public record TaskForm(String process, String task, List<FormField> fields) {

    public static TaskForm of(String process, String task, FormField... fields) {
        return new TaskForm(process, task, List.of(fields));
    }
}
