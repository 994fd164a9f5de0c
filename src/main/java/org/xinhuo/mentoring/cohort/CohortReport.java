package org.xinhuo.mentoring.cohort;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinhuo.mentoring.cohort.AssignmentQuality.Named;

/**
 * How a cohort stands, and how good its assignment is.
 *
 * @param state starting, matching, assigned, done, withdrawing or withdrawn
 * @param chosen who chose a mentor
 * @param auto who left it to the system
 * @param silent who kept silent until the deadline
 * @param unanswered who has done none of these yet
 * @param skipped who left or entered a mentorship before theirs could be started
 * @param assigned whom the assignment was about, or null before it
 * @param unmatched who has no mentor, and nobody left to ask: HR names one
 * @param averageRank of the mentors of now in each mentee's own order over all eligible mentors, 1 is best; null where
 *     nobody has one
 * @param blockingPairs mentees of the assignment and mentors who would both rather have had each other, when it was made;
 *     null before
 * @param mentorsNeverShown mentors who had a place and stood on none of the cohort's shortlists
 * @param load places taken / capacity of the mentors who could be shown, with what this cohort took
 * @param states how many members stand where
 * @param withdrawal who took the cohort back, and what became of its members; null where nobody did
 */
public record CohortReport(
        String id,
        String name,
        String state,
        String createdBy,
        Instant createdAt,
        @Nullable Instant assignedAt,
        int size,
        int chosen,
        int auto,
        int silent,
        int unanswered,
        int skipped,
        @Nullable Integer assigned,
        int unmatched,
        @Nullable BigDecimal averageRank,
        @Nullable Named blockingPairs,
        Named mentorsNeverShown,
        LoadSpread load,
        Map<String, Integer> states,
        List<Open> unmatchedMentees,
        List<Open> skippedMentees,
        @Nullable Withdrawn withdrawal) {

    /**
     * A cohort that HR took back.
     *
     * @param by who
     * @param doneAt when what becomes of every member was settled; null as long as that is under way
     * @param withdrawn members whose mentorships were taken back or not started, so far
     * @param goOn members who had found a mentor and go on, so far
     */
    public record Withdrawn(
            String by, Instant at, String reason, @Nullable Instant doneAt, int withdrawn, int goOn) {}

    /**
     * A mentee about whom somebody should do something.
     *
     * @param mentorshipId null where none was started
     * @param why message code, or null
     */
    public record Open(
            String menteeId,
            @Nullable String mentorshipId,
            @Nullable String why) {}
}
