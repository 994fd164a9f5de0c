package org.xinhuo.audit;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that happened under one business key, in words and in facts.
 *
 * @param instances the process instances, callers before the called, the oldest first
 * @param events in the order they happened
 * @param truncated older events, or more instances, were left out
 * @param refusals what people were refused here, the newest of them
 */
public record Story(
        String businessKey, List<Instance> instances, List<Event> events, boolean truncated, List<Refused> refusals) {

    /** What kind of thing happened; the order is that of things that happen in the same millisecond. */
    public enum Kind {
        STARTED,
        OPERATION,
        TASK_COMPLETED,
        TASK_WITHDRAWN,
        TIMER_FIRED,
        EVENT_HAPPENED,
        DECIDED,
        STEP_DONE,
        STEP_CANCELLED,
        CALLED,
        TASK_CREATED,
        WAITING,
        INCIDENT,
        INCIDENT_ENDED,
        END_REACHED,
        ENDED
    }

    /**
     * One process instance and the path it took.
     *
     * @param process the definition's key
     * @param state the engine's word: ACTIVE, SUSPENDED, COMPLETED, EXTERNALLY_TERMINATED, INTERNALLY_TERMINATED
     * @param startedBy a person's id, or null where a timer or another process started it
     * @param callerId the instance that called it
     */
    public record Instance(
            String id,
            String process,
            String processName,
            int version,
            String definitionId,
            String state,
            Instant startedAt,
            @Nullable String startedBy,
            @Nullable Instant endedAt,
            @Nullable String callerId,
            List<Element> path,
            List<String> flowsTaken) {}

    /**
     * How often an element was reached: done, still there, cancelled.
     *
     * @param told false where the model draws it without a name: ways that meet or part
     */
    public record Element(
            String id,
            String name,
            String type,
            long done,
            long current,
            long cancelled,
            @JsonIgnore boolean told) {

        @JsonIgnore
        public long total() {
            return done + current + cancelled;
        }
    }

    /**
     * One thing that happened.
     *
     * @param element the element's id in the model, or null
     * @param who the person's id, or null where nobody in person did it
     * @param text the sentence in the reader's language
     */
    public record Event(
            Instant at,
            Kind kind,
            String instanceId,
            String process,
            @Nullable String element,
            @Nullable String who,
            String text,
            @Nullable Decided decision) {}

    /** A decision table's answer: version, what went in, what came out. */
    public record Decided(String key, String name, int version, List<Value> inputs, List<Value> outputs) {}

    /**
     * A named value.
     *
     * @param rule which of the rules that matched gave it, counted from 1; 0 for inputs
     */
    public record Value(String name, @Nullable Object value, int rule) {

        @JsonIgnore
        public boolean isYesOrNo() {
            return value instanceof Boolean;
        }
    }

    /**
     * Something that somebody was refused, counted over at most an hour.
     *
     * @param at when it was refused first
     * @param until when it was refused last
     * @param channel page, api, engine-rest or tasklist
     * @param action a code of the table of rights, {@code task.<code>}, {@code timer.<code>}, or method and address
     * @param businessKey of the process or mentorship, or null
     * @param task the task's id in its model, or null
     * @param resourceId of a file of the library, or null
     * @param reason the message code of the refusal
     * @param text the sentence in the reader's language
     */
    public record Refused(
            Instant at,
            Instant until,
            String who,
            String channel,
            String action,
            @Nullable String businessKey,
            @Nullable String task,
            @Nullable String resourceId,
            String reason,
            int times,
            String text) {}
}
