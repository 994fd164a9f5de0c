package org.xinhuo.inbox;

import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A user task that waits for somebody.
 *
 * @param taskId the engine's id, for the link into Tasklist
 * @param process the process definition's key
 * @param task the user task's id in the model; the label in the reader's language is {@code task.<process>.<task>}
 * @param name the name in the model, for tasks that only the owner's model knows
 * @param businessKey the aggregate's id
 * @param assignee who has it, or null while it waits for a group
 * @param dueAt when it is late, or null
 */
public record OpenTask(
        String taskId,
        String process,
        String task,
        String name,
        @Nullable String businessKey,
        @Nullable String assignee,
        @Nullable Instant dueAt) {

    /** The business keys of those tasks that belong to one of these processes. */
    public static String[] keys(Collection<OpenTask> tasks, String... processes) {
        Set<String> wanted = Set.of(processes);
        return tasks.stream()
                .filter(task -> wanted.contains(task.process()))
                .map(OpenTask::businessKey)
                .filter(Objects::nonNull)
                .distinct()
                .toArray(String[]::new);
    }
}
