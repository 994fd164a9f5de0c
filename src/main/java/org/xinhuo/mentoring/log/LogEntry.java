package org.xinhuo.mentoring.log;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it is read.
 *
 * @param authorId who did it, or null where the product itself did
 * @param headline a message code with its arguments
 * @param text the person's own words; may be empty
 * @param toDo what is to be done about it, or null
 * @param fragments where a question was found, or the whole text in one piece without a question
 */
public record LogEntry(
        long id,
        LogKind kind,
        @Nullable String authorId,
        Instant at,
        LocalDate happenedOn,
        String headline,
        List<Object> arguments,
        String text,
        List<String> competencies,
        List<String> mentions,
        @Nullable ToDoOfEntry toDo,
        List<Highlights.Fragment> fragments) {

    /** @param state a code of {@code mentoring.log.toDo.state.*} */
    public record ToDoOfEntry(String id, String ownerId, LocalDate dueOn, String state, boolean open) {}

    LogEntry with(List<String> mentioned, @Nullable ToDoOfEntry of) {
        return new LogEntry(
                id, kind, authorId, at, happenedOn, headline, arguments, text, competencies, mentioned, of, fragments);
    }
}
