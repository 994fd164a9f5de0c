package org.xinhuo.mentoring.cohort;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Many mentees whom HR brings into the loop at once. The id is the business key of its process.
 *
 * @param size how many mentees HR named
 * @param choosingSince when the last mentorship was started, or null
 * @param assignedAt when those who left it to the system were assigned, or null
 * @param inAssignment how many that were
 * @param blockingPairs counted right after the assignment
 * @param firstBlocking the first few, each "mentee mentor"
 */
public record Cohort(
        String id,
        String name,
        State state,
        int size,
        String createdBy,
        Instant createdAt,
        @Nullable Instant choosingSince,
        @Nullable Instant assignedAt,
        @Nullable Integer inAssignment,
        @Nullable Integer blockingPairs,
        List<String> firstBlocking) {

    /** How far a cohort got. */
    public enum State {
        /** Shortlists are made and mentorships started, one portion after the other. */
        STARTING,
        /** Mentees choose. */
        MATCHING,
        /** Who left it to the system has been assigned; mentors answer. */
        ASSIGNED,
        /** Nobody of the cohort waits for a mentor any more. Follows from the mentorships, is not stored. */
        DONE,
        /** HR has taken it back; mentorships are withdrawn, one portion after the other. */
        WITHDRAWING,
        /** HR has taken it back, and what becomes of every member is settled. */
        WITHDRAWN;

        /** As REST and the message bundles write it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
