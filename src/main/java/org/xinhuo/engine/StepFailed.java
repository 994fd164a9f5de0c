package org.xinhuo.engine;

import org.jspecify.annotations.Nullable;

/**
 * A step of a process failed as often as it is tried and stands until somebody does something about it. Published in the
 * transaction that says so.
 *
 * @param jobId the engine's id of the job, the same however often it fails
 * @param process the process by its key, {@code processName} as its model names it
 * @param step the element by its id, {@code stepName} as the model names it, on one line
 * @param businessKey of the instance, or null where there is none yet
 * @param instanceId the engine's id of the instance, or null where there is none yet
 * @param reason what went wrong, in the words of whatever failed
 */
public record StepFailed(
        String jobId,
        String process,
        String processName,
        String step,
        String stepName,
        @Nullable String businessKey,
        @Nullable String instanceId,
        String reason) {}
