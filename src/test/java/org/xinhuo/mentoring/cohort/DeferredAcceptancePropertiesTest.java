package org.xinhuo.mentoring.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.xinhuo.mentoring.matching.ScoreTable;

class DeferredAcceptancePropertiesTest {

    /** Few different scores, so that there are many ties; -1 is not eligible. */
    record Market(int[][] scores, int[] places) {

        ScoreTable table() {
            List<String> mentees = new ArrayList<>();
            List<ScoreTable.Place> mentors = new ArrayList<>();
            for (int mentee = 0; mentee < scores.length; mentee++) {
                mentees.add("mentee" + mentee);
            }
            for (int mentor = 0; mentor < places.length; mentor++) {
                mentors.add(new ScoreTable.Place("mentor" + mentor, places[mentor], 0));
            }
            return new ScoreTable(mentees, mentors, scores);
        }

        boolean[] everybody() {
            boolean[] everybody = new boolean[scores.length];
            Arrays.fill(everybody, true);
            return everybody;
        }

        int[] assigned() {
            return DeferredAcceptance.assign(table(), places, everybody());
        }

        /** The definition, word for word, without any of the code under test. */
        int blocking(int[] assigned) {
            int count = 0;
            for (int mentee = 0; mentee < scores.length; mentee++) {
                for (int mentor = 0; mentor < places.length; mentor++) {
                    if (scores[mentee][mentor] >= 0
                            && menteePrefers(mentee, mentor, assigned[mentee])
                            && mentorPrefers(mentor, mentee, assigned)) {
                        count++;
                    }
                }
            }
            return count;
        }

        boolean menteePrefers(int mentee, int mentor, int present) {
            if (present < 0) {
                return true;
            }
            int better = scores[mentee][mentor] - scores[mentee][present];
            return better > 0 || better == 0 && mentor < present;
        }

        private boolean mentorPrefers(int mentor, int mentee, int[] assigned) {
            int taken = 0;
            boolean worseOne = false;
            for (int other = 0; other < assigned.length; other++) {
                if (assigned[other] == mentor) {
                    taken++;
                    int better = scores[mentee][mentor] - scores[other][mentor];
                    worseOne |= better > 0 || better == 0 && mentee < other;
                }
            }
            return taken < places[mentor] || worseOne;
        }

        boolean isFeasible(int[] assigned) {
            int[] taken = new int[places.length];
            for (int mentee = 0; mentee < assigned.length; mentee++) {
                int mentor = assigned[mentee];
                if (mentor >= 0 && (scores[mentee][mentor] < 0 || ++taken[mentor] > places[mentor])) {
                    return false;
                }
            }
            return true;
        }
    }

    @Property
    void placesAreKeptAndNobodyGetsWhoIsNotEligible(@ForAll("markets") Market market) {
        assertThat(market.isFeasible(market.assigned())).isTrue();
    }

    @Property
    void noMenteeAndMentorWouldBothRatherHaveEachOther(@ForAll("markets") Market market) {
        assertThat(market.blocking(market.assigned())).isZero();
    }

    @Property(tries = 300)
    void noOtherAssignmentWithoutBlockingPairsIsBetterForAnyMentee(@ForAll("smallMarkets") Market market) {
        int[] best = market.assigned();
        everyAssignment(market, new int[market.scores().length], 0, other -> {
            if (market.isFeasible(other) && market.blocking(other) == 0) {
                for (int mentee = 0; mentee < best.length; mentee++) {
                    assertThat(other[mentee] >= 0
                                    && market.menteePrefers(mentee, other[mentee], best[mentee])
                                    && other[mentee] != best[mentee])
                            .as("mentee %d prefers %s to %s", mentee, Arrays.toString(other), Arrays.toString(best))
                            .isFalse();
                }
            }
        });
    }

    @Property
    void theCountOfBlockingPairsIsThatOfTheDefinition(@ForAll("markets") Market market, @ForAll long seed) {
        int[] any = new int[market.scores().length];
        java.util.Random random = new java.util.Random(seed);
        for (int mentee = 0; mentee < any.length; mentee++) {
            any[mentee] = random.nextInt(market.places().length + 1) - 1;
        }
        net.jqwik.api.Assume.that(market.isFeasible(any));
        assertThat(BlockingPairs.in(market.table(), market.places(), market.everybody(), any, 3)
                        .count())
                .isEqualTo(market.blocking(any));
    }

    @Property
    void whoDoesNotTakePartIsNotAssigned(@ForAll("markets") Market market) {
        boolean[] odd = new boolean[market.scores().length];
        for (int mentee = 1; mentee < odd.length; mentee += 2) {
            odd[mentee] = true;
        }
        int[] assigned = DeferredAcceptance.assign(market.table(), market.places(), odd);
        for (int mentee = 0; mentee < odd.length; mentee += 2) {
            assertThat(assigned[mentee]).isEqualTo(DeferredAcceptance.NONE);
        }
    }

    /** Three mentees want the first mentor, who has one place; who is turned away displaces nobody better. */
    @Example
    void theWorkedExampleOfTheDocumentation() {
        Market market =
                new Market(new int[][] {{900_000, 500_000}, {800_000, 700_000}, {700_000, 600_000}}, new int[] {1, 1});
        assertThat(market.assigned()).containsExactly(0, 1, DeferredAcceptance.NONE);
    }

    /** Equal scores: the mentor keeps the smaller id, the mentee takes the mentor who comes first in the table. */
    @Example
    void tiesFallByTheOrdersOfTheContract() {
        Market market = new Market(new int[][] {{500_000, 500_000}, {500_000, 500_000}}, new int[] {1, 1});
        assertThat(market.assigned()).containsExactly(0, 1);
    }

    private static void everyAssignment(
            Market market, int[] assigned, int from, java.util.function.Consumer<int[]> see) {
        if (from == assigned.length) {
            see.accept(assigned);
            return;
        }
        for (int mentor = -1; mentor < market.places().length; mentor++) {
            assigned[from] = mentor;
            everyAssignment(market, assigned, from + 1, see);
        }
    }

    @Provide
    Arbitrary<Market> markets() {
        return markets(12, 6);
    }

    @Provide
    Arbitrary<Market> smallMarkets() {
        return markets(5, 3);
    }

    private static Arbitrary<Market> markets(int mostMentees, int mostMentors) {
        return Arbitraries.integers()
                .between(1, mostMentors)
                .flatMap(mentors -> Combinators.combine(
                                Arbitraries.integers()
                                        .between(-1, 4)
                                        .array(int[].class)
                                        .ofSize(mentors)
                                        .array(int[][].class)
                                        .ofMinSize(1)
                                        .ofMaxSize(mostMentees),
                                Arbitraries.integers()
                                        .between(0, 3)
                                        .array(int[].class)
                                        .ofSize(mentors))
                        .as(Market::new));
    }
}
