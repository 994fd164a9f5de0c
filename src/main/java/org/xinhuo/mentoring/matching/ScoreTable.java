package org.xinhuo.mentoring.matching;

import java.util.Arrays;
import java.util.List;

/**
 * Many mentees by all mentors, as numbers. Mentees stand in the order of their ids; mentors in the order that breaks
 * ties, so that of two equal scores the smaller index comes first. Scores are millionths.
 */
public final class ScoreTable {

    /** The score of a mentor who is not eligible. */
    public static final int NOT_ELIGIBLE = -1;

    private static final int ONE = 1_000_000;

    private final List<String> mentees;
    private final List<Place> mentors;
    private final int[][] scores;
    private final int[][] orders;

    /**
     * A mentor's places.
     *
     * @param load places taken: open pairings, and places that are held
     */
    public record Place(String mentorId, int capacity, int load) {

        public int free() {
            return Math.max(0, capacity - load);
        }
    }

    /** @param scores by mentee and mentor, {@link #NOT_ELIGIBLE} or 0 to 1,000,000 */
    public ScoreTable(List<String> mentees, List<Place> mentors, int[][] scores) {
        this.mentees = List.copyOf(mentees);
        this.mentors = List.copyOf(mentors);
        this.scores = scores;
        this.orders = new int[scores.length][];
        for (int mentee = 0; mentee < scores.length; mentee++) {
            orders[mentee] = order(scores[mentee]);
        }
    }

    /** One long a mentor sorts faster than a comparator: what is missing to the best score, then the index. */
    private static int[] order(int[] row) {
        long[] keys = new long[row.length];
        int eligible = 0;
        for (int mentor = 0; mentor < row.length; mentor++) {
            if (row[mentor] != NOT_ELIGIBLE) {
                keys[eligible++] = (long) (ONE - row[mentor]) << Integer.SIZE | mentor;
            }
        }
        Arrays.sort(keys, 0, eligible);
        int[] order = new int[eligible];
        for (int rank = 0; rank < eligible; rank++) {
            order[rank] = (int) keys[rank];
        }
        return order;
    }

    public List<String> mentees() {
        return mentees;
    }

    public List<Place> mentors() {
        return mentors;
    }

    public int score(int mentee, int mentor) {
        return scores[mentee][mentor];
    }

    /** The mentee's eligible mentors, the best first. Not to be changed. */
    public int[] order(int mentee) {
        return orders[mentee];
    }

    /** From 1; 0 where the mentor is not eligible. */
    public int rank(int mentee, int mentor) {
        int[] order = orders[mentee];
        for (int rank = 0; rank < order.length; rank++) {
            if (order[rank] == mentor) {
                return rank + 1;
            }
        }
        return 0;
    }

    /** The free places of each mentor. */
    public int[] freePlaces() {
        return mentors.stream().mapToInt(Place::free).toArray();
    }
}
