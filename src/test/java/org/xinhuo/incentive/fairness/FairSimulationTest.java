package org.xinhuo.incentive.fairness;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinhuo.incentive.fairness.FairSimulation.Caught;
import org.xinhuo.incentive.fairness.FairSimulation.Outcome;

/**
 * What fair scores are for, in numbers, on companies made up from fixed seeds. The whole table with a thousand
 * companies a line stands in docs/fair-scores.md; {@code FairSimulationBenchTest} prints it.
 */
class FairSimulationTest {

    private static final MarkWorld.Settings USUAL = MarkWorld.Settings.USUAL;

    @Test
    void theAdjustedMeanFindsTheBestMoreOftenThanTheRawMeanAtThreeToThirtyRaters() {
        Outcome outcome = FairSimulation.run(USUAL, 300);
        assertThat(outcome.adjusted().best()).isGreaterThan(outcome.raw().best() + 0.05);
        assertThat(outcome.adjusted().regret()).isLessThan(outcome.raw().regret() * 0.7);
        assertThat(outcome.adjusted().regret()).isLessThan(outcome.contract().regret() * 0.9);
        assertThat(outcome.adjusted().correlation()).isGreaterThan(outcome.raw().correlation() + 0.04);
        assertThat(outcome.adjusted().correlation())
                .isGreaterThan(outcome.contract().correlation() + 0.02);
        assertThat(outcome.adjusted().lucky()).isLessThan(outcome.raw().lucky() / 2);
        // 90 % intervals.
        assertThat(outcome.covered()).isBetween(0.86, 0.94);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 10, 30})
    void itRanksNearerToTheTruthHoweverManyRate(int raters) {
        Outcome outcome = FairSimulation.run(USUAL.raters(raters, raters), 60);
        assertThat(outcome.adjusted().correlation()).isGreaterThan(outcome.raw().correlation() + 0.015);
        assertThat(outcome.adjusted().regret()).isLessThan(outcome.raw().regret());
        assertThat(outcome.covered()).isBetween(0.84, 0.95);
    }

    /** Where raters are alike there is nothing to level: it does no harm, and no good beyond the contract's pull. */
    @Test
    void withoutStrictAndLenientRatersItDoesAsWellAsTheContract() {
        Outcome outcome = FairSimulation.run(USUAL.severity(0), 150);
        assertThat(outcome.adjusted().correlation())
                .isBetween(
                        outcome.contract().correlation() - 0.01,
                        outcome.contract().correlation() + 0.01);
        assertThat(outcome.adjusted().best())
                .isBetween(outcome.contract().best() - 0.05, outcome.contract().best() + 0.05);
    }

    @Test
    void honestLecturersAreSeldomSuspected() {
        Caught honest = FairSimulation.rings(USUAL, 60, 0, 0, 0, 0, 0);
        Caught liking = FairSimulation.rings(USUAL, 60, 0.5, 0.5, 0, 0, 0);
        assertThat(honest.any()).isLessThanOrEqualTo(0.05);
        assertThat(liking.any()).isLessThanOrEqualTo(0.05);
    }

    @Test
    void aRingThatOverratesByTwoPointsForThreeMonthsIsMostlyFoundAndNobodyElse() {
        Caught ring = FairSimulation.rings(USUAL, 30, 0.3, 0, 2, 3, 4);
        assertThat(ring.found()).isGreaterThan(0.7);
        assertThat(ring.strangers()).isLessThan(0.1);
    }
}
