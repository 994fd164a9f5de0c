package org.xinhuo.incentive.fairness;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Looks for pairs and small groups of lecturers who all rated each other and whose marks for each other exceed what both
 * their marks for others and others' marks for them lead one to expect.
 *
 * <p>A group is tested against a fit without its own marks ({@link GroupTest}). Which groups could have been tested is
 * bounded from above before a single mark is looked at, from the graph of mutual marks alone (each group of k is
 * counted once by every member, so there are at most {@code Σ C(neighbours, k − 1) / k}); the permitted chance of a
 * false alarm is shared out over the spans of time, the sizes and, within a size, over that number (Bonferroni). However the search gets
 * to a group, the chance stated with it therefore holds.
 */
final class RingSearch {

    /**
     * @param largest how many members a group may have
     * @param fewestMarks how many marks for each other are the least evidence
     * @param leastExcess by how much the marks exceed the expectation at least, in marks
     * @param falseAlarm the permitted chance that a month without any ring has a finding
     */
    record Limits(int largest, int fewestMarks, double leastExcess, double falseAlarm) {}

    /** A mark that HR has judged already. */
    record Judged(String raterId, String lecturerId, YearMonth month) {}

    /** Beyond this many pairs only those that stand out most are starts of a search. */
    private static final int MOST_STARTS = 2000;

    /** Rings come and go: the month alone, this many months, and the whole window are each looked at. */
    private static final int SHORT_SPAN = 3;

    private final Limits limits;
    private final GroupTest test;
    private final int spans;
    private final Map<Integer, Set<Integer>> neighbours = new TreeMap<>();

    private RingSearch(Limits limits, GroupTest test, int spans) {
        this.limits = limits;
        this.test = test;
        this.spans = spans;
    }

    /**
     * @param period the reviewed month: a group without a mark in it is none of its business
     * @param judged marks that are never evidence again
     * @return the groups that stand out, the clearest first; no two share a pair
     */
    static List<Ring> in(Levelling fit, YearMonth period, Limits limits, Set<Judged> judged) {
        GroupTest test = new GroupTest(fit);
        Set<YearMonth> spans = new TreeSet<>(List.of(period, period.minusMonths(SHORT_SPAN - 1)));
        spans.addAll(fit.marks().months().stream().limit(1).toList());
        List<Ring> found = new ArrayList<>();
        for (YearMonth first : spans) {
            found.addAll(new RingSearch(limits, test.since(first, judged), spans.size()).search());
        }
        found.sort(Comparator.comparingDouble(Ring::chance)
                .thenComparing(ring -> -ring.score())
                .thenComparing(ring -> ring.members().toString()));
        Set<List<String>> taken = new HashSet<>();
        List<Ring> rings = new ArrayList<>();
        for (Ring ring : found) {
            List<List<String>> pairs = pairs(ring.members());
            if (ring.evidence().stream().anyMatch(one -> one.month().equals(period))
                    && pairs.stream().noneMatch(taken::contains)) {
                taken.addAll(pairs);
                rings.add(ring);
            }
        }
        return rings;
    }

    private List<Ring> search() {
        for (int[] pair : test.mutualPairs()) {
            neighbours.computeIfAbsent(pair[0], one -> new TreeSet<>()).add(pair[1]);
            neighbours.computeIfAbsent(pair[1], one -> new TreeSet<>()).add(pair[0]);
        }
        double[] possible = possibleGroups();
        Map<List<Integer>, Ring> found = new HashMap<>();
        for (List<Integer> start : starts()) {
            grow(start, possible, found);
        }
        return List.copyOf(found.values());
    }

    /** By size, an upper bound of how many groups all of whose members rated each other there are. */
    private double[] possibleGroups() {
        double[] possible = new double[limits.largest() + 1];
        for (Set<Integer> around : neighbours.values()) {
            double choices = 1;
            for (int size = 2; size <= limits.largest(); size++) {
                choices *= Math.max(0, around.size() - size + 2) / (size - 1.0);
                possible[size] += choices / size;
            }
        }
        return possible;
    }

    private List<List<Integer>> starts() {
        Map<List<Integer>, Double> scores = new HashMap<>();
        for (int[] pair : test.mutualPairs()) {
            if (test.bothWaysAbove(pair[0], pair[1])) {
                List<Integer> members = List.of(pair[0], pair[1]);
                scores.put(members, test.of(members).score());
            }
        }
        return scores.entrySet().stream()
                .sorted(Comparator.comparingDouble((Map.Entry<List<Integer>, Double> one) -> -one.getValue())
                        .thenComparing(one -> one.getKey().toString()))
                .map(Map.Entry::getKey)
                .limit(MOST_STARTS)
                .toList();
    }

    /** Adds, one by one, whoever makes the group stand out most, and keeps every group that stands out enough. */
    private void grow(List<Integer> start, double[] possible, Map<List<Integer>, Ring> found) {
        List<Integer> members = start;
        GroupTest.Result result = test.of(members);
        while (true) {
            keepIfItStandsOut(members, result, possible, found);
            if (members.size() >= limits.largest()) {
                return;
            }
            List<Integer> best = List.of();
            GroupTest.Result bestResult = result;
            for (int candidate : neighbours.getOrDefault(members.get(0), Set.of())) {
                if (fits(candidate, members)) {
                    List<Integer> larger = new ArrayList<>(members);
                    larger.add(candidate);
                    larger.sort(null);
                    GroupTest.Result of = test.of(larger);
                    if (best.isEmpty() || of.score() > bestResult.score()) {
                        best = List.copyOf(larger);
                        bestResult = of;
                    }
                }
            }
            if (best.isEmpty()) {
                return;
            }
            members = best;
            result = bestResult;
        }
    }

    private boolean fits(int candidate, List<Integer> members) {
        return !members.contains(candidate)
                && members.stream()
                        .allMatch(member ->
                                neighbours.getOrDefault(candidate, Set.of()).contains(member)
                                        && test.bothWaysAbove(candidate, member));
    }

    private void keepIfItStandsOut(
            List<Integer> members, GroupTest.Result result, double[] possible, Map<List<Integer>, Ring> found) {
        double tests = possible[members.size()] * (limits.largest() - 1) * spans;
        double chance = Math.min(1, Normal.above(result.score()) * tests);
        if (chance <= limits.falseAlarm()
                && result.marks() >= limits.fewestMarks()
                && result.excess() >= limits.leastExcess()
                && result.everybodyGivesAndGets()) {
            found.put(members, test.ring(members, result, chance));
        }
    }

    private static List<List<String>> pairs(List<String> members) {
        List<List<String>> pairs = new ArrayList<>();
        for (String one : members) {
            for (String other : members) {
                if (one.compareTo(other) < 0) {
                    pairs.add(List.of(one, other));
                }
            }
        }
        return pairs;
    }
}
