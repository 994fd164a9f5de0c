package org.xinhuo.mentoring.process.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** HR is asked where the table next-step says nothing that the loop knows. */
class BrokenNextStepTest {

    @ParameterizedTest
    @ValueSource(strings = {"graduate", "continue", "rematch", "ask HR"})
    void aKnownAnswerCounts(String answer) {
        assertThat(RecommendNextStepDelegate.known(answer)).isEqualTo(answer);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "promote", "Graduate", "ask hr"})
    void anyOtherIsForHr(String answer) {
        assertThat(RecommendNextStepDelegate.known(answer)).isEqualTo("ask HR");
    }

    @Test
    void soIsWhatIsNoText() {
        assertThat(RecommendNextStepDelegate.known(true)).isEqualTo("ask HR");
    }
}
