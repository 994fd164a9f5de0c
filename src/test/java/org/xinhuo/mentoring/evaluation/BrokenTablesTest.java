package org.xinhuo.mentoring.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.xinhuo.engine.Outcome;

/** An evaluation goes on, whatever slip the owner of one of its tables makes. */
class BrokenTablesTest {

    @SafeVarargs
    private static Outcome outcome(Map<String, Object>... rows) {
        return new Outcome(
                new Outcome.DecisionRef("table", 2, "table:2"),
                List.of(rows).stream().map(Outcome.Row::new).toList());
    }

    @Test
    void aWishThatNobodyKnowsIsNone() {
        assertThat(CompareResults.wishIn(outcome(Map.of("menteeRecommendation", "rematch"))))
                .isEqualTo("rematch");
        assertThat(CompareResults.wishIn(outcome(Map.of("menteeRecommendation", "换导师"))))
                .isEqualTo("none");
        assertThat(CompareResults.wishIn(outcome())).isEqualTo("none");
    }

    @Test
    void anEffectThatNobodyKnowsIsTooEarlyToTell() {
        assertThat(AdviseMentor.helpedBy(outcome(Map.of("helped", "yes")))).isEqualTo("yes");
        assertThat(AdviseMentor.helpedBy(outcome(Map.of("helped", "perhaps")))).isEqualTo(AdviceGiven.TOO_EARLY);
        assertThat(AdviseMentor.helpedBy(outcome())).isEqualTo(AdviceGiven.TOO_EARLY);
    }

    @Test
    void adviceInOneLanguageIsSaidInItAndWhatCannotBeSaidIsLeftOut() {
        Map<String, Object> withoutEnglish = new HashMap<>(Map.of("code", "a", "text", "多花时间", "target", "hours"));
        withoutEnglish.put("textEn", null);
        List<Outcome.Row> said = AdviseMentor.usable(outcome(
                withoutEnglish,
                Map.of("code", "b", "textEn", "Meet more often", "target", "contacts"),
                Map.of("code", "c", "target", "hours"),
                Map.of("code", "d", "text", "x", "textEn", "x", "target", "happiness"),
                Map.of("text", "x", "textEn", "x", "target", "hours")));
        assertThat(said).extracting(row -> row.text("code")).containsExactly("a", "b");
        assertThat(said.get(0).text("textEn")).isEqualTo("多花时间");
        assertThat(said.get(1).text("text")).isEqualTo("Meet more often");
    }
}
