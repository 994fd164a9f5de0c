package org.xinhuo.mentoring.matching;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The mentors that one round of matching recommended, best first.
 *
 * @param cohortId the cohort that it was made for, or null
 * @param assigned whether the cohort's assignment has settled whom to ask first
 * @param chosenMentorId whom the mentee chose, or null where the system chooses or nobody has yet
 */
record Shortlist(
        long id,
        String mentorshipId,
        @Nullable String cohortId,
        boolean assigned,
        @Nullable String chosenMentorId,
        List<Entry> entries) {

    /** How far one of the recommended mentors got. */
    enum State {
        SHOWN,
        ASKED,
        ACCEPTED,
        DECLINED,
        /** Did not answer in time. */
        SILENT,
        /** Had no place left, or was not eligible any more, when it came to it. */
        UNAVAILABLE
    }

    /**
     * One recommended mentor.
     *
     * @param rank from 1
     * @param held whether a place of this mentor is kept for the mentee
     * @param answer the mentor's own words, or null
     */
    record Entry(
            int rank,
            String mentorId,
            BigDecimal score,
            Factors factors,
            List<Reason> reasons,
            State state,
            boolean held,
            @Nullable String answer) {}

    Optional<Entry> of(String mentorId) {
        return entries.stream()
                .filter(entry -> entry.mentorId().equals(mentorId))
                .findFirst();
    }

    Optional<Entry> asked() {
        return entries.stream().filter(entry -> entry.state() == State.ASKED).findFirst();
    }

    /** Who was not asked yet: the chosen one first, then who keeps a place, then by rank. */
    List<Entry> toAsk() {
        return entries.stream()
                .filter(entry -> entry.state() == State.SHOWN)
                .sorted(Comparator.comparing((Entry entry) -> !entry.mentorId().equals(chosenMentorId))
                        .thenComparing(entry -> !entry.held())
                        .thenComparing(Entry::rank))
                .toList();
    }
}
