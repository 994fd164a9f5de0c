package org.xinhuo.mentoring.cohort;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinhuo.mentoring.matching.ScoreTable;

/**
 * How good an assignment of a whole cohort is.
 *
 * @param mentees whom it was about
 * @param unmatched for whom nobody had a place
 * @param averageRank of the assigned mentor in the mentee's own order over all eligible mentors, 1 is best, three
 *     decimals; null where nobody is assigned
 * @param blockingPairs mentee and mentor who would both rather have each other
 * @param mentorsNeverShown mentors who had a place and stood on no shortlist
 * @param load places taken afterwards / capacity
 */
public record AssignmentQuality(
        int mentees,
        int assigned,
        int unmatched,
        @Nullable BigDecimal averageRank,
        Named blockingPairs,
        Named mentorsNeverShown,
        LoadSpread load) {

    /** How many of each kind of finding are named. */
    static final int NAMED = 10;

    /**
     * A count and the first few.
     *
     * @param first ids; of a pair the mentee's and the mentor's, with a blank between
     */
    public record Named(int count, List<String> first) {}

    /**
     * Of an assignment that was just made.
     *
     * @param places by mentor, what could be given
     * @param assigned by mentee, a mentor or {@link DeferredAcceptance#NONE}
     * @param shown by mentor, on how many shortlists
     */
    static AssignmentQuality of(ScoreTable table, int[] places, boolean[] takesPart, int[] assigned, int[] shown) {
        int mentees = 0;
        int matched = 0;
        long ranks = 0;
        int[] loads = new int[places.length];
        int[] capacities = new int[places.length];
        List<String> neverShown = new ArrayList<>();
        int hidden = 0;
        for (int mentor = 0; mentor < places.length; mentor++) {
            ScoreTable.Place place = table.mentors().get(mentor);
            loads[mentor] = place.load();
            capacities[mentor] = place.capacity();
            if (shown[mentor] == 0 && place.free() > 0) {
                hidden++;
                if (neverShown.size() < NAMED) {
                    neverShown.add(place.mentorId());
                }
            }
        }
        for (int mentee = 0; mentee < assigned.length; mentee++) {
            mentees += takesPart[mentee] ? 1 : 0;
            if (takesPart[mentee] && assigned[mentee] != DeferredAcceptance.NONE) {
                matched++;
                ranks += table.rank(mentee, assigned[mentee]);
                loads[assigned[mentee]]++;
            }
        }
        return new AssignmentQuality(
                mentees,
                matched,
                mentees - matched,
                matched == 0 ? null : LoadSpread.rounded((double) ranks / matched),
                blockingPairs(table, places, takesPart, assigned),
                new Named(hidden, neverShown),
                LoadSpread.of(loads, capacities));
    }

    static Named blockingPairs(ScoreTable table, int[] places, boolean[] takesPart, int[] assigned) {
        BlockingPairs.Found found = BlockingPairs.in(table, places, takesPart, assigned, NAMED);
        return new Named(
                found.count(),
                found.first().stream()
                        .map(pair -> table.mentees().get(pair.mentee()) + " "
                                + table.mentors().get(pair.mentor()).mentorId())
                        .toList());
    }
}
