package org.xinhuo.mentoring.log;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fact that is to stand in the coaching log. Begin with {@link #of}, add what there is, and give it to
 * {@link CoachingLog#record}.
 *
 * @param authorId who did it; null or empty where the product itself did
 * @param text the person's own words, which are searched; may be empty
 * @param sourceId the fact's own id, unique within mentorship and kind; the same fact is told once. Null for a fact that
 *     has none
 * @param headline a message code: the sentence above the text, in each reader's language
 * @param arguments texts and numbers for the headline
 * @param competencies what it is about; not checked
 * @param happenedOn the day that counts for "contacts a week"; null for today
 */
public record NewEntry(
        String mentorshipId,
        LogKind kind,
        @Nullable String authorId,
        String text,
        @Nullable String sourceId,
        String headline,
        List<Object> arguments,
        List<String> competencies,
        @Nullable LocalDate happenedOn) {

    /** Under the headline {@code mentoring.log.<kind>}. */
    public static NewEntry of(String mentorshipId, LogKind kind, @Nullable String authorId, String text) {
        return new NewEntry(
                mentorshipId, kind, authorId, text, null, "mentoring.log." + kind.code(), List.of(), List.of(), null);
    }

    public NewEntry source(Object id) {
        return new NewEntry(
                mentorshipId, kind, authorId, text, id.toString(), headline, arguments, competencies, happenedOn);
    }

    /** Dates and the like as they shall be read: the arguments are stored as texts and numbers. */
    public NewEntry headline(String code, Object... values) {
        return new NewEntry(
                mentorshipId, kind, authorId, text, sourceId, code, List.of(values), competencies, happenedOn);
    }

    public NewEntry about(Collection<String> named) {
        return new NewEntry(
                mentorshipId,
                kind,
                authorId,
                text,
                sourceId,
                headline,
                arguments,
                named.stream().distinct().toList(),
                happenedOn);
    }

    public NewEntry on(LocalDate day) {
        return new NewEntry(mentorshipId, kind, authorId, text, sourceId, headline, arguments, competencies, day);
    }
}
