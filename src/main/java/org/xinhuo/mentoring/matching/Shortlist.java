package org.xinhuo.mentoring.matching;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The mentors that one round of matching recommended, best first.
 *
 * @param chosenMentorId whom the mentee chose, or null where the system chooses or nobody has yet
 */
record Shortlist(long id, String mentorshipId, @Nullable String chosenMentorId, List<Entry> entries) {

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
     * @param answer the mentor's own words, or null
     */
    record Entry(
            int rank,
            String mentorId,
            BigDecimal score,
            Factors factors,
            List<Reason> reasons,
            State state,
            @Nullable String answer) {}

    Optional<Entry> of(String mentorId) {
        return entries.stream()
                .filter(entry -> entry.mentorId().equals(mentorId))
                .findFirst();
    }

    Optional<Entry> asked() {
        return entries.stream().filter(entry -> entry.state() == State.ASKED).findFirst();
    }

    /** Who was not asked yet: the chosen one first, then by rank. */
    List<Entry> toAsk() {
        return entries.stream()
                .filter(entry -> entry.state() == State.SHOWN)
                .sorted((one, other) -> {
                    int byChoice = Boolean.compare(
                            other.mentorId().equals(chosenMentorId),
                            one.mentorId().equals(chosenMentorId));
                    return byChoice != 0 ? byChoice : Integer.compare(one.rank(), other.rank());
                })
                .toList();
    }
}
