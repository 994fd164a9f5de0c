package org.xinhuo.mentoring.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.xinhuo.engine.Decisions;
import org.xinhuo.engine.Outcome;
import org.xinhuo.engine.Outcome.DecisionRef;
import org.xinhuo.engine.Outcome.Row;
import org.xinhuo.people.Employee;

class MatchRoundTest {

    private final List<Map<String, ?>> asked = new ArrayList<>();

    @Test
    void theBestScoreComesFirstThenTheLessLoadedThenTheId() {
        MatchRound round = round(
                match("d", "0.5", 2, 1), match("c", "0.5", 4, 1), match("b", "0.5", 4, 1), match("a", "0.4", 9, 0));
        assertThat(ids(round.best(4, Map.of(), Set.of()))).containsExactly("b", "c", "d", "a");
    }

    @Test
    void whoIsNotEligibleOrExcludedIsLeftOut() {
        MatchRound round = round(match("a", "0.9", 1, 1), match("b", "0.8", 1, 0), match("c", "0.7", 1, 0));
        assertThat(ids(round.best(3, Map.of(), Set.of("b")))).containsExactly("c");
    }

    @Test
    void aMentorOnTooManyOpenShortlistsIsLeftOut() {
        MatchRound round = round(
                match("a", "0.9", 2, 1), match("b", "0.8", 2, 0), match("c", "0.7", 1, 0), match("d", "0.6", 1, 0));
        assertThat(ids(round.best(3, Map.of("a", 3, "b", 5), Set.of()))).containsExactly("b", "c", "d");
        assertThat(ids(round.best(3, Map.of("a", 2), Set.of()))).containsExactly("a", "b", "c");
    }

    @Test
    void unlessThatLeavesFewerThanThree() {
        MatchRound round = round(
                match("a", "0.9", 1, 0), match("b", "0.8", 1, 0), match("c", "0.7", 1, 0), match("d", "0.6", 1, 0));
        assertThat(ids(round.best(3, Map.of("a", 3, "b", 3), Set.of()))).containsExactly("a", "c", "d");
    }

    @Test
    void theTableIsAskedOnceForTheSameInputsAndNotForWhoComesTooLate() {
        List<Match> many = new ArrayList<>();
        for (int mentor = 0; mentor < 100; mentor++) {
            many.add(match("m" + mentor, "0." + (900 - mentor), 1, 0));
        }
        many.add(match("z", "0.1", 7, 0));
        MatchRound round = round(many.toArray(Match[]::new));
        assertThat(round.best(3, Map.of(), Set.of())).hasSize(3);
        assertThat(asked).hasSize(1);
    }

    private MatchRound round(Match... matches) {
        Employee mentee = mock(Employee.class);
        when(mentee.id()).thenReturn("mei");
        Decisions.Preview freeOnesOnly = inputs -> {
            asked.add(inputs);
            return new Outcome(
                    new DecisionRef("mentor-eligibility", 1, "mentor-eligibility:1:1"),
                    List.of(new Row(Map.of("eligible", (Integer) inputs.get("freeCapacity") > 0, "reason", ""))));
        };
        return new MatchRound(
                mentee,
                List.of(),
                MatchFormulaTest.WEIGHTS,
                List.of(matches),
                new Eligibility(freeOnesOnly, mentee, LocalDate.of(2026, 1, 1)));
    }

    private static List<String> ids(List<Match> matches) {
        return matches.stream().map(match -> match.candidate().mentorId()).toList();
    }

    private static Match match(String id, String score, int capacity, int load) {
        Candidate mentor =
                new Candidate(id, id, "logical", capacity, load, true, LocalDate.of(2020, 1, 1), Map.of(), 0, 0, 0);
        BigDecimal zero = BigDecimal.ZERO;
        return new Match(mentor, new Factors(zero, zero, zero, zero), new BigDecimal(score));
    }
}
