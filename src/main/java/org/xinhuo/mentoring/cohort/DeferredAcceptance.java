package org.xinhuo.mentoring.cohort;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.xinhuo.mentoring.matching.ScoreTable;

/**
 * Assigns mentees to mentors with places by deferred acceptance, the mentees proposing: everybody unassigned asks the
 * best mentor not asked yet; a mentor keeps the best who asked as far as the places go, and turns the others away. It
 * ends with the one assignment that has no blocking pair and is, among all of those, the best for every single mentee.
 *
 * <p>D. Gale, L. S. Shapley, "College Admissions and the Stability of Marriage", The American Mathematical Monthly 69
 * (1962) 9–15. No library is used: JGraphT, the one in reach, has no such algorithm.
 */
final class DeferredAcceptance {

    /** Nobody. */
    static final int NONE = -1;

    private DeferredAcceptance() {}

    /**
     * By mentee, the mentor or {@link #NONE}.
     *
     * <p>A mentee prefers mentors in the order of the table. A mentor prefers the mentee with the higher score, of two
     * with the same score the one whose id is smaller. Both orders are strict, so that the result does not depend on who
     * asks first.
     *
     * @param places by mentor, how many mentees fit
     * @param takesPart by mentee
     */
    static int[] assign(ScoreTable table, int[] places, boolean[] takesPart) {
        int mentees = table.mentees().size();
        int[] assigned = new int[mentees];
        Arrays.fill(assigned, NONE);
        int[] next = new int[mentees];
        List<PriorityQueue<Integer>> kept = java.util.stream.IntStream.range(0, places.length)
                .mapToObj(mentor -> new PriorityQueue<>(worstFirst(table, mentor)))
                .toList();
        for (int first = 0; first < mentees; first++) {
            int mentee = takesPart[first] ? first : NONE;
            while (mentee != NONE && next[mentee] < table.order(mentee).length) {
                int mentor = table.order(mentee)[next[mentee]++];
                PriorityQueue<Integer> own = kept.get(mentor);
                own.add(mentee);
                assigned[mentee] = mentor;
                if (own.size() <= places[mentor]) {
                    break;
                }
                mentee = own.remove();
                assigned[mentee] = NONE;
            }
        }
        return assigned;
    }

    private static Comparator<Integer> worstFirst(ScoreTable table, int mentor) {
        return Comparator.<Integer>comparingInt(mentee -> table.score(mentee, mentor))
                .thenComparing(Comparator.reverseOrder());
    }
}
