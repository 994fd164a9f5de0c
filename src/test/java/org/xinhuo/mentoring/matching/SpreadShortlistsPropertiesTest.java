package org.xinhuo.mentoring.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SpreadShortlistsPropertiesTest {

    record Case(int[][] scores, int[] places, int[] shown) {

        ScoreTable table() {
            List<ScoreTable.Place> mentors = new ArrayList<>();
            for (int mentor = 0; mentor < places.length; mentor++) {
                mentors.add(new ScoreTable.Place("m" + mentor, places[mentor], 0));
            }
            return new ScoreTable(
                    IntStream.range(0, scores.length).mapToObj(i -> "e" + i).toList(), mentors, scores);
        }

        int[][] spread() {
            double[] two = new double[scores.length];
            Arrays.fill(two, 2);
            return SpreadShortlists.of(table(), 3, shown, two);
        }
    }

    @Property
    void everybodySeesThreeOrAllWhoAreEligible(@ForAll("cases") Case given) {
        int[][] lists = given.spread();
        for (int mentee = 0; mentee < lists.length; mentee++) {
            assertThat(lists[mentee])
                    .hasSize(Math.min(3, given.table().order(mentee).length))
                    .doesNotHaveDuplicates();
            for (int mentor : lists[mentee]) {
                assertThat(given.scores()[mentee][mentor]).isNotNegative();
            }
        }
    }

    /** Whoever is shown more often than allowed fills up a list that would be too short without him. */
    @Property
    void aMentorIsShownTooOftenOnlyWhereElseFewerThanThreeAreLeft(@ForAll("cases") Case given) {
        int[][] lists = given.spread();
        int[] shown = given.shown().clone();
        Arrays.stream(lists).flatMapToInt(Arrays::stream).forEach(mentor -> shown[mentor]++);
        for (int mentor = 0; mentor < shown.length; mentor++) {
            int one = mentor;
            int limit = Math.max(2 * given.places()[mentor], given.shown()[mentor]);
            long filledUp = IntStream.range(0, lists.length)
                    .filter(mentee -> contains(lists[mentee], one))
                    .filter(mentee -> Arrays.stream(given.table().order(mentee))
                            .filter(other -> !contains(lists[mentee], other))
                            .noneMatch(other -> shown[other] < 2 * given.places()[other]))
                    .count();
            assertThat((long) shown[mentor] - limit).isLessThanOrEqualTo(filledUp);
        }
    }

    private static boolean contains(int[] list, int mentor) {
        return Arrays.stream(list).anyMatch(own -> own == mentor);
    }

    /** One place each, shown twice at most: without a limit all four would see the first three. */
    @Example
    void theStarsAreNotOnEveryList() {
        int[] row = {900_000, 800_000, 700_000, 600_000, 500_000, 400_000};
        Case given = new Case(
                new int[][] {row, row.clone(), row.clone(), row.clone()}, new int[] {1, 1, 1, 1, 1, 1}, new int[6]);
        int[] shown = new int[6];
        Arrays.stream(given.spread()).flatMapToInt(Arrays::stream).forEach(mentor -> shown[mentor]++);
        assertThat(shown).containsExactly(2, 2, 2, 2, 2, 2);
    }

    @Provide
    Arbitrary<Case> cases() {
        return Arbitraries.integers()
                .between(1, 7)
                .flatMap(mentors -> Combinators.combine(
                                Arbitraries.integers()
                                        .between(-1, 5)
                                        .array(int[].class)
                                        .ofSize(mentors)
                                        .array(int[][].class)
                                        .ofMinSize(1)
                                        .ofMaxSize(10),
                                Arbitraries.integers()
                                        .between(0, 3)
                                        .array(int[].class)
                                        .ofSize(mentors),
                                Arbitraries.integers()
                                        .between(0, 4)
                                        .array(int[].class)
                                        .ofSize(mentors))
                        .as(Case::new));
    }
}
