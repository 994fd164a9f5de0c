package org.xinhuo.mentoring.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinhuo.engine.Outcome.DecisionRef;
import org.xinhuo.mentoring.MentorshipFigures;
import org.xinhuo.mentoring.coaching.AdviceSpecificity;
import org.xinhuo.mentoring.coaching.AdviceSpecificity.Part;
import org.xinhuo.testing.PlainDecisions;

class AdviceFiguresTest {

    private static Growth.Way way(String competency, String before, String after, String target) {
        return new Growth.Way(competency, new BigDecimal(before), new BigDecimal(after), new BigDecimal(target));
    }

    private static Optional<String> slowest(Growth.Way... ways) {
        return new Growth(List.of(ways)).slowest().map(Growth.Way::competency);
    }

    /** Speaking went half of its way, Selling a quarter; Writing fell back and is slowest of all. */
    @Test
    void theSlowestCompetencyWentTheSmallestShareOfItsWay() {
        assertThat(slowest(way("Speaking", "2", "3", "4"), way("Selling", "1", "1.5", "3")))
                .contains("Selling");
        assertThat(slowest(way("Selling", "1", "1.5", "3"), way("Writing", "3", "2.5", "4")))
                .contains("Writing");
    }

    @Test
    void ofEqualsTheOneWithMoreToGoThenByName() {
        assertThat(slowest(way("Speaking", "2", "2", "3"), way("Selling", "1", "1", "4")))
                .contains("Selling");
        assertThat(slowest(way("Speaking", "2", "2", "3"), way("Selling", "2", "2", "3")))
                .contains("Selling");
    }

    @Test
    void whoeverReachedTheTargetIsNotSlow() {
        assertThat(slowest(way("Speaking", "2", "4", "4"), way("Selling", "3", "2", "3")))
                .isEmpty();
        assertThat(slowest()).isEmpty();
    }

    @Test
    void whatLessThanHalfNameIsLacking() {
        SpecificityFigures figures = SpecificityFigures.of(List.of(
                new AdviceSpecificity(true, true, false, true),
                new AdviceSpecificity(true, false, false, true),
                new AdviceSpecificity(true, false, true, false)));
        assertThat(figures.mean()).isEqualByComparingTo("2.333333");
        assertThat(figures.withFigure()).isEqualByComparingTo("0.333333");
        assertThat(figures.lacking()).containsExactly(Part.FIGURE, Part.DATE);
        assertThat(SpecificityFigures.of(List.of()).mean()).isNull();
        assertThat(SpecificityFigures.of(List.of()).lacking()).isEmpty();
    }

    private static AdviceInputs inputs(String hours, String improvement, int guidances, long days) {
        return new AdviceInputs(
                new MentorshipFigures.Input(new BigDecimal(hours), BigDecimal.ONE, 2),
                improvement == null ? null : new BigDecimal(improvement),
                null,
                null,
                new SpecificityFigures(null, null, null, null, null),
                Map.of("Selling", new BigDecimal("3")),
                guidances,
                days);
    }

    private static String helped(AdviceInputs now, MentorAdvice advice) {
        return new PlainDecisions()
                .decide("advice-effect", now.ofTheEffect(advice))
                .first()
                .text("helped");
    }

    /** Selling went a quarter of its way: 0.5 of 2. */
    @Test
    void theTableLearnsHowFarTheGapIsClosedOverallAndForTheSlowest() {
        AdviceInputs inputs = new AdviceInputs(
                new MentorshipFigures.Input(BigDecimal.ONE, BigDecimal.ONE, 2),
                null,
                new BigDecimal("0.6"),
                way("Selling", "1", "1.5", "3"),
                new SpecificityFigures(null, null, null, null, null),
                Map.of(),
                1,
                30);
        assertThat(inputs.ofTheTable())
                .containsEntry("gapClosed", 0.6)
                .containsEntry("slowestGapClosed", 0.25)
                .containsEntry("slowestCompetency", "Selling");
    }

    private static MentorAdvice advice(String target, String before) {
        return new MentorAdvice(
                1,
                "wang",
                "any",
                "中",
                "en",
                target,
                "competency".equals(target) ? "Selling" : null,
                before == null ? null : new BigDecimal(before),
                null,
                AdviceGiven.TOO_EARLY,
                new DecisionRef("coaching-advice", 1, "d"),
                Instant.EPOCH);
    }

    @ParameterizedTest(name = "{0} was {1}: {2}")
    @CsvSource({
        "hours, 0.5, yes",
        "hours, 1.5, no",
        "hours, 2, no",
        "contacts, 0.2, yes",
        "resources, 2, no",
        "resources, 1, yes",
        "improvement, 0.05, yes",
        "improvement, , too early",
        "competency, 2.5, yes",
        "competency, 3, no",
        "specificity, 1, too early"
    })
    void adviceHelpedWhereItsFigureRose(String target, String before, String expected) {
        assertThat(helped(inputs("1.5", "0.1", 1, 3), advice(target, before))).isEqualTo(expected);
    }

    @Test
    void aShortCoachingWithoutATalkSaysNothingYetALongOneDoes() {
        assertThat(helped(inputs("0", "0.1", 0, 27), advice("hours", "0.5"))).isEqualTo("too early");
        assertThat(helped(inputs("0", "0.1", 0, 28), advice("hours", "0.5"))).isEqualTo("no");
        assertThat(helped(inputs("1", null, 1, 90), advice("improvement", "0.5")))
                .isEqualTo("too early");
    }
}
