package org.xinhuo.mentoring.progress;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mentee's progress sheet as its readers see it: what is to be done by due date, then what is over.
 *
 * @param mentorshipId whose it is
 * @param wordsLeftOut whether suggestions and replies come without their words, because these are the log's
 */
public record ProgressSheet(String mentorshipId, String menteeId, boolean wordsLeftOut, List<Item> items) {

    /**
     * One thing that the mentee works on.
     *
     * @param status a code of {@link ProgressStatus}
     * @param late not over, and its day has passed
     * @param version to be sent back with a change, so that none is overwritten
     */
    public record Item(
            String id,
            String title,
            @Nullable LocalDate dueOn,
            String status,
            boolean late,
            String note,
            Instant createdAt,
            Instant changedAt,
            long version,
            List<Move> moves,
            List<Suggestion> suggestions) {}

    /** A change of status; {@code from} is null where the item began. */
    public record Move(Instant at, String by, @Nullable String from, String to) {}

    /**
     * What a mentor suggested.
     *
     * @param text null where words are left out; so is {@code reply}
     * @param mentions who was told at once
     * @param answer a code of {@link SuggestionAnswer}, or null while the mentee has not answered
     */
    public record Suggestion(
            String id,
            String by,
            @Nullable String text,
            List<String> mentions,
            Instant at,
            @Nullable String answer,
            @Nullable String reply,
            @Nullable Instant answeredAt) {}
}
