package org.xinhuo.mentoring.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinhuo.engine.Decisions;
import org.xinhuo.engine.Outcome;
import org.xinhuo.mentoring.matching.MatchingDeadlines.Deadline;
import org.xinhuo.mentoring.matching.MatchingDeadlines.Reminders;
import org.xinhuo.mentoring.matching.MatchingDeadlines.Step;
import org.xinhuo.testing.PlainDecisions;

/** The table as it comes with the product, and what counts where a process owner's has no usable answer. */
class MatchingDeadlinesTest {

    @ParameterizedTest
    @CsvSource({
        "chooseMentor, CN, P3D, P2D",
        "chooseTogether, , P3D, P3D",
        "acceptMentee, DE, P5D, P3D",
        "assignMentor, CN, P3D, P3D"
    })
    void theTableGivesWhatMatchingAlwaysGave(String step, String region, String due, String remindAfter) {
        Deadline shipped = new MatchingDeadlines(new PlainDecisions()).decide(Step.of(step), region);
        assertThat(shipped).isEqualTo(new Deadline(Period.parse(due), Period.parse(remindAfter), 8));
        assertThat(new MatchingDeadlines(new PlainDecisions()).preview(Step.of(step), region))
                .isEqualTo(shipped);
    }

    @Test
    void oneRuleAnswers() {
        assertThat(new PlainDecisions()
                        .decide("matching-deadlines", Map.of("step", "acceptMentee", "region", "CN"))
                        .rows())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"P10D, 10", "P2W, 14", "P366D, 366", "P1D, 1"})
    void theTableCountsWhereItGivesDays(String period, int days) {
        Deadline deadline = answering(row(period, period, "3")).decide(Step.ACCEPT_MENTEE, "CN");
        assertThat(deadline).isEqualTo(new Deadline(Period.ofDays(days), Period.ofDays(days), 3));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "soon", "3", "P0D", "P-3D", "PT4H", "P367D", "P99999999Y", "P999999999999D", "P1Y1M"})
    void whatIsNoUsablePeriodIsPassedOver(String period) {
        Deadline deadline = answering(row(period, period, "8")).decide(Step.CHOOSE_MENTOR, "CN");
        assertThat(deadline.due()).isEqualTo(Period.ofDays(3));
        assertThat(deadline.remindAfter()).isEqualTo(Period.ofDays(2));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "many", "0", "-1", "101", "2.5", "99999999999"})
    void whatIsNoUsableNumberIsPassedOver(String most) {
        assertThat(answering(row("P5D", "P3D", most))
                        .decide(Step.ACCEPT_MENTEE, "CN")
                        .mostAsked())
                .isEqualTo(8);
    }

    @Test
    void aTableWithoutARuleForTheStepIsPassedOver() {
        assertThat(answering(List.of()).decide(Step.ACCEPT_MENTEE, "CN"))
                .isEqualTo(new Deadline(Period.ofDays(5), Period.ofDays(3), 8));
    }

    @Test
    void hrIsRemindedEveryWeekEightTimesAtMost() {
        assertThat(new MatchingDeadlines(new PlainDecisions()).reminders(Step.ASSIGN_MENTOR, "CN"))
                .isEqualTo(new Reminders(Period.ofDays(7), 8));
    }

    @Test
    void aTableOfBeforeKnowsNothingOfRemindersAndThoseOfTheProductCount() {
        assertThat(answering(row("P3D", "P3D", null)).reminders(Step.ASSIGN_MENTOR, "CN"))
                .isEqualTo(new Reminders(Period.ofDays(7), 8));
    }

    @ParameterizedTest
    @CsvSource({"P2W, 3, P14D, 3", "weekly, 53, P7D, 8", "P0D, 0, P7D, 8", "P1D, 52, P1D, 52"})
    void remindersOfATableCountWhereTheyAreUsable(String every, String most, String usedEvery, int usedMost) {
        assertThat(answering(List.of(new Outcome.Row(Map.of("remindAgainAfter", every, "remindAtMost", most))))
                        .reminders(Step.ASSIGN_MENTOR, "CN"))
                .isEqualTo(new Reminders(Period.parse(usedEvery), usedMost));
    }

    private static List<Outcome.Row> row(String due, String remindAfter, String mostAsked) {
        Map<String, Object> outputs = new HashMap<>();
        outputs.put("due", due);
        outputs.put("remindAfter", remindAfter);
        outputs.put("mostAsked", mostAsked);
        return List.of(new Outcome.Row(outputs));
    }

    private static MatchingDeadlines answering(List<Outcome.Row> rows) {
        return new MatchingDeadlines(new Decisions() {
            @Override
            public Outcome decide(String key, Map<String, ?> inputs) {
                return new Outcome(new Outcome.DecisionRef(key, 2, key + ":2"), rows);
            }

            @Override
            public Preview preview(String key, int version) {
                return preview(key);
            }

            @Override
            public Preview preview(String key) {
                return inputs -> decide(key, inputs);
            }
        });
    }
}
