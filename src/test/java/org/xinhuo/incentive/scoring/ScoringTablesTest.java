package org.xinhuo.incentive.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinhuo.testing.PlainDecisions;

class ScoringTablesTest {

    final ScoringRules rules = new ScoringRules(new PlainDecisions()::preview);

    @Test
    void targetsAreTwoSharesOfThirtyMinutesThreeReusesAndFiveRaters() {
        assertThat(rules.targets("default", YearMonth.of(2026, 6))).isEqualTo(new Targets(2, 30, 3, 5, 1));
    }

    @ParameterizedTest
    @CsvSource({"default, 0.2, 0.4, 0.3, 0.1", "engineering, 0.2, 0.4, 0.3, 0.1", "sales, 0, 0.5, 0.3, 0.2"})
    void weightsFollowTheGroup(String group, BigDecimal shares, BigDecimal rating, BigDecimal reuse, BigDecimal time) {
        Weights weights = rules.weights(group);
        assertThat(weights.shares()).isEqualByComparingTo(shares);
        assertThat(weights.rating()).isEqualByComparingTo(rating);
        assertThat(weights.reuse()).isEqualByComparingTo(reuse);
        assertThat(weights.timeliness()).isEqualByComparingTo(time);
    }

    @ParameterizedTest
    @CsvSource({
        "100, 10, 0, fail", // nothing shared
        "95, 6.9999999, 2, fail", // the raw mean, not its two decimals
        "95, 7, 2, excellent",
        "85, 8, 1, excellent",
        "84.99, 8, 1, good",
        "70, 8, 1, good",
        "69.99, 8, 1, pass",
        "60, 8, 1, pass",
        "59.99, 8, 1, fail",
        "60, , 2, pass", // no rating: the rule "under 7" does not apply
    })
    void gradesFollowTheScore(BigDecimal score, BigDecimal averageRating, int held, String grade) {
        assertThat(rules.grade(score, averageRating, held).name()).isEqualTo(grade);
    }

    @Test
    void whoLooksAgainAsksForNoGradeThatTheSameTableHasGiven() {
        AtomicInteger asked = new AtomicInteger();
        PlainDecisions decisions = new PlainDecisions();
        ScoringRules counting = new ScoringRules(key -> inputs -> {
            asked.incrementAndGet();
            return decisions.decide(key, inputs);
        });
        List<LecturerMonth> drafts = IntStream.range(0, 200)
                .mapToObj(number -> draft(number, new Grade("good", 1)))
                .toList();
        counting.remember(drafts);
        drafts.forEach(month -> counting.grade(month.score(), month.averageRating(), month.held()));
        assertThat(asked).hasValue(1);
    }

    @Test
    void anotherVersionOfTheTableIsAskedAnew() {
        LecturerMonth draft = draft(0, new Grade("good", 7));
        rules.remember(List.of(draft));
        assertThat(rules.grade(draft.score(), draft.averageRating(), draft.held())
                        .version())
                .isEqualTo(1);
    }

    private static LecturerMonth draft(int number, Grade grade) {
        BigDecimal score = BigDecimal.valueOf(5000 + number, 2);
        return new LecturerMonth(
                "l" + number,
                "",
                "",
                "default",
                YearMonth.of(2026, 6),
                false,
                2,
                2,
                5,
                40,
                5,
                3,
                new Targets(2, 30, 3, 3, 1),
                new Weights(score, score, score, score, 1),
                new Components(score, score, score, score),
                score,
                grade,
                new Ranks(null, null, null));
    }
}
