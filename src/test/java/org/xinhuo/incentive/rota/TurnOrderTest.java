package org.xinhuo.incentive.rota;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Whose turn it is. */
class TurnOrderTest {

    @Test
    void whoCannotComesBackFirst() {
        TurnOrder turns = new TurnOrder(List.of("a", "b", "c"));

        assertThat(turns.next(who -> !who.equals("a"))).contains("b");
        assertThat(turns.next(who -> !who.equals("a"))).contains("c");
        assertThat(turns.next(who -> true)).contains("a");
        assertThat(turns.queue()).containsExactly("b", "c", "a");
    }

    @Test
    void whoIsNewJoinsAtTheEndAndWhoLeftDropsOut() {
        TurnOrder turns = new TurnOrder(List.of("b", "gone", "a"));
        turns.follow(List.of("a", "b", "new1", "new2"));
        assertThat(turns.queue()).containsExactly("b", "a", "new1", "new2");
    }

    @Test
    void nobodyIsNobody() {
        TurnOrder turns = new TurnOrder(List.of("a"));
        assertThat(turns.next(who -> false)).isEmpty();
        assertThat(turns.queue()).containsExactly("a");
    }

    @Property(tries = 200)
    void whereAllCanTheirNumbersDifferByOneAtMost(
            @ForAll @IntRange(min = 1, max = 12) int members, @ForAll @IntRange(max = 60) int slots) {
        List<String> all = IntStream.range(0, members).mapToObj(n -> "l" + n).toList();
        TurnOrder turns = new TurnOrder(all);
        List<String> chosen = new ArrayList<>();
        for (int slot = 0; slot < slots; slot++) {
            chosen.add(turns.next(who -> true).orElseThrow());
        }

        List<Integer> counts =
                all.stream().map(who -> Collections.frequency(chosen, who)).toList();
        assertThat(Collections.max(counts) - Collections.min(counts)).isLessThanOrEqualTo(1);
    }

    @Property(tries = 200)
    void nobodySharesTwiceInARowWhileSomebodyElseCan(
            @ForAll @IntRange(min = 2, max = 8) int members, @ForAll List<Set<Integer>> away) {
        TurnOrder turns = new TurnOrder(
                IntStream.range(0, members).mapToObj(Integer::toString).toList());
        String last = "";
        for (Set<Integer> absent : away) {
            long able = IntStream.range(0, members)
                    .filter(who -> !absent.contains(who))
                    .count();
            String chosen =
                    turns.next(who -> !absent.contains(Integer.valueOf(who))).orElse("");
            assertThat(chosen.isEmpty()).isEqualTo(able == 0);
            if (able > 1) {
                assertThat(chosen).isNotEqualTo(last);
            }
            last = chosen.isEmpty() ? last : chosen;
        }
    }
}
