package org.xinhuo.mentoring.cohort;

import java.util.ArrayList;
import java.util.List;
import org.xinhuo.mentoring.matching.ScoreTable;

/**
 * A mentee and a mentor who would both rather have each other than what an assignment gave them. Found by looking at
 * every pair, so that the count says something about {@link DeferredAcceptance} and not the other way round.
 */
final class BlockingPairs {

    /**
     * What was found.
     *
     * @param first the first few, mentee and mentor
     */
    record Found(int count, List<Pair> first) {}

    /** By index. */
    record Pair(int mentee, int mentor) {}

    private BlockingPairs() {}

    /**
     * @param assigned by mentee, a mentor or {@link DeferredAcceptance#NONE}
     * @param takesPart whom the assignment was about
     * @param most how many to name
     */
    static Found in(ScoreTable table, int[] places, boolean[] takesPart, int[] assigned, int most) {
        int mentors = places.length;
        int[] taken = new int[mentors];
        int[] worst = new int[mentors];
        java.util.Arrays.fill(worst, DeferredAcceptance.NONE);
        for (int mentee = 0; mentee < assigned.length; mentee++) {
            int mentor = assigned[mentee];
            if (takesPart[mentee] && mentor != DeferredAcceptance.NONE) {
                taken[mentor]++;
                if (worst[mentor] == DeferredAcceptance.NONE || prefers(table, mentor, worst[mentor], mentee)) {
                    worst[mentor] = mentee;
                }
            }
        }
        int count = 0;
        List<Pair> first = new ArrayList<>();
        for (int mentee = 0; mentee < assigned.length; mentee++) {
            if (!takesPart[mentee]) {
                continue;
            }
            for (int mentor : table.order(mentee)) {
                if (mentor == assigned[mentee]) {
                    break;
                }
                boolean hasRoom = taken[mentor] < places[mentor];
                boolean wouldSwap = taken[mentor] > 0 && prefers(table, mentor, mentee, worst[mentor]);
                if (hasRoom || wouldSwap) {
                    count++;
                    if (first.size() < most) {
                        first.add(new Pair(mentee, mentor));
                    }
                }
            }
        }
        return new Found(count, first);
    }

    /** Whether the mentor would rather have one mentee than another. */
    private static boolean prefers(ScoreTable table, int mentor, int one, int other) {
        int byScore = Integer.compare(table.score(one, mentor), table.score(other, mentor));
        return byScore > 0 || byScore == 0 && one < other;
    }
}
