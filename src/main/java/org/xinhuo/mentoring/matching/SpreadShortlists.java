package org.xinhuo.mentoring.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Shortlists for many mentees at once that do not all show the same mentors. In turns, so that nobody is left with what
 * the others did not want: everybody gets a first mentor, then, the other way round, a second, and so on. A mentor whom
 * shortlists show as often as he may is left out; only where that leaves too few do the best of those fill up.
 */
final class SpreadShortlists {

    private final ScoreTable table;
    private final int[] shown;
    private final double[] factors;
    private final int[] free;

    /**
     * @param shown how often open shortlists show each mentor already
     * @param factors by mentee: how many times his free places a mentor may be shown
     */
    private SpreadShortlists(ScoreTable table, int[] shown, double[] factors) {
        this.table = table;
        this.shown = shown.clone();
        this.factors = factors;
        this.free = table.freePlaces();
    }

    /** By mentee, the mentors shown, the best first. */
    static int[][] of(ScoreTable table, int wanted, int[] shown, double[] factors) {
        return new SpreadShortlists(table, shown, factors).spread(wanted);
    }

    private int[][] spread(int wanted) {
        int mentees = table.mentees().size();
        List<List<Integer>> lists = new ArrayList<>();
        int[] next = new int[mentees];
        for (int mentee = 0; mentee < mentees; mentee++) {
            lists.add(new ArrayList<>());
        }
        for (int turn = 0; turn < wanted; turn++) {
            for (int step = 0; step < mentees; step++) {
                int mentee = turn % 2 == 0 ? step : mentees - 1 - step;
                int[] order = table.order(mentee);
                while (next[mentee] < order.length && isOverexposed(mentee, order[next[mentee]])) {
                    next[mentee]++;
                }
                if (next[mentee] < order.length) {
                    int mentor = order[next[mentee]++];
                    lists.get(mentee).add(mentor);
                    shown[mentor]++;
                }
            }
        }
        int[][] spread = new int[mentees][];
        for (int mentee = 0; mentee < mentees; mentee++) {
            spread[mentee] = filledUp(table.order(mentee), lists.get(mentee), wanted);
        }
        return spread;
    }

    private boolean isOverexposed(int mentee, int mentor) {
        return shown[mentor] >= factors[mentee] * free[mentor];
    }

    private static int[] filledUp(int[] order, List<Integer> list, int wanted) {
        for (int rank = 0; rank < order.length && list.size() < wanted; rank++) {
            if (!list.contains(order[rank])) {
                list.add(order[rank]);
            }
        }
        int[] ranks = new int[Arrays.stream(order).max().orElse(-1) + 1];
        for (int rank = 0; rank < order.length; rank++) {
            ranks[order[rank]] = rank;
        }
        return list.stream()
                .sorted(Comparator.comparingInt(mentor -> ranks[mentor]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
