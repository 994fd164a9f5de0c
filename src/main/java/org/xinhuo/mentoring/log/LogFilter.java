package org.xinhuo.mentoring.log;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which entries somebody wants to see; null or empty means that anything will do.
 *
 * @param question what to search for, at most {@value #LONGEST_QUESTION} characters
 * @param kinds {@link LogKind#TO_DO} also finds the messages that became to-dos
 * @param from the first day, by the company's calendar
 * @param to the last day
 */
public record LogFilter(
        @Nullable String question,
        Set<LogKind> kinds,
        @Nullable String competency,
        @Nullable String authorId,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    public static final int LONGEST_QUESTION = 200;

    public static LogFilter everything() {
        return new LogFilter(null, Set.of(), null, null, null, null);
    }
}
