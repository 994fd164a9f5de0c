package org.xinhuo.incentive.title;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.xinhuo.engine.Decisions.Preview;
import org.xinhuo.engine.Outcome;
import org.xinhuo.testing.PlainDecisions;

/** By the tables as they come: three excellent months in a row give the title; two failed or six without one take it. */
class TitleProspectTest {

    private static final String SENIOR = "senior-lecturer";

    private final PlainDecisions decisions = new PlainDecisions();
    private final Preview win = decisions.preview(TitleRules.WIN);
    private final Preview loss = decisions.preview(TitleRules.LOSS);

    @Test
    void whoHasNothingNeedsThreeExcellentMonths() {
        assertThat(TitleProspect.of(new Standing(0, 0, 0), null, win, loss))
                .isEqualTo(new TitleProspect(0, SENIOR, 3, 0, 0));
    }

    @Test
    void whoHasTwoInARowNeedsOneMore() {
        assertThat(TitleProspect.of(new Standing(2, 0, 0), null, win, loss))
                .isEqualTo(new TitleProspect(2, SENIOR, 1, 0, 0));
    }

    @Test
    void whoHoldsItIsToldWhatTakesIt() {
        assertThat(TitleProspect.of(new Standing(4, 0, 0), SENIOR, win, loss))
                .isEqualTo(new TitleProspect(4, null, 0, 2, 6));
        // One failed month and four months since the last excellent one are behind already.
        assertThat(TitleProspect.of(new Standing(0, 1, 4), SENIOR, win, loss))
                .isEqualTo(new TitleProspect(0, null, 0, 1, 2));
    }

    @Test
    void anOwnersSecondTitleComesAfterTheFirst() {
        Preview two = inputs -> {
            int row = (Integer) inputs.get("excellentMonthsInARow");
            return answer(row >= 12 ? "gold" : row >= 3 ? SENIOR : null);
        };
        assertThat(TitleProspect.of(new Standing(4, 0, 0), SENIOR, two, loss))
                .isEqualTo(new TitleProspect(4, "gold", 8, 2, 6));
    }

    @Test
    void aTableThatGivesNothingPromisesNothing() {
        assertThat(TitleProspect.of(new Standing(0, 0, 0), null, inputs -> answer(null), loss))
                .isEqualTo(new TitleProspect(0, null, 0, 0, 0));
    }

    private static Outcome answer(String title) {
        return new Outcome(
                new Outcome.DecisionRef("lecturer-title", 2, "lecturer-title:2"),
                title == null ? List.of() : List.of(new Outcome.Row(Map.of("title", title))));
    }
}
