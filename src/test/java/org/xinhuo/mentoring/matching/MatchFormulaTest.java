package org.xinhuo.mentoring.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.xinhuo.engine.Outcome.DecisionRef;
import org.xinhuo.people.Expertise;
import org.xinhuo.people.RequiredCompetency;
import org.xinhuo.people.WorkMetric;

class MatchFormulaTest {

    static final Weights WEIGHTS = new Weights(
            number("0.5"),
            number("0.2"),
            number("0.15"),
            number("0.15"),
            number("3"),
            new DecisionRef("match-weights", 1, "match-weights:1:1"));

    /**
     * Analysis: required 4, level 2, weight 2: 2 · 2/5 = 0.8; a metric of 80 against 100: + 0.2 = 1.0.
     * Selling: required 3, never assessed, weight 1: 3/5 = 0.6.
     * Writing: required 2, level 5: 0; a metric of 12 against at most 10: + 0.2 = 0.2, the 9 against 10 is fine.
     * Sum 1.8, shares 10/18, 6/18, 2/18.
     */
    private static final List<Need> NEEDS = MatchFormula.needs(
            List.of(asks("Analysis", "4", "2"), asks("Selling", "3", "1"), asks("Writing", "2", "1")),
            Map.of("Analysis", number("2"), "Writing", number("5")),
            List.of(
                    metric("80", "100", true, "Analysis"),
                    metric("12", "10", false, "Writing"),
                    metric("9", "10", false, "Writing"),
                    metric("0", "10", true, null)));

    @Test
    void needIsWeightedGapPlusTheLargestShortfall() {
        assertThat(NEEDS).extracting(need -> six(need.need())).containsExactly("1.000000", "0.600000", "0.200000");
        assertThat(NEEDS).extracting(need -> six(need.share())).containsExactly("0.555556", "0.333333", "0.111111");
    }

    @Test
    void withoutAnyNeedTheWeightsShare() {
        List<Need> needs = MatchFormula.needs(
                List.of(asks("Analysis", "4", "3"), asks("Selling", "3", "1")),
                Map.of("Analysis", number("4"), "Selling", number("5")),
                List.of());
        assertThat(needs).extracting(need -> six(need.share())).containsExactly("0.750000", "0.250000");
    }

    @Test
    void aJobWithoutAModelNeedsNothing() {
        List<Need> needs = MatchFormula.needs(List.of(), Map.of(), List.of());
        assertThat(needs).isEmpty();
        assertThat(MatchFormula.expertise(needs, Map.of())).isZero();
    }

    @Test
    void shortfallIsTheRelativeMissAtMostOne() {
        assertThat(MatchFormula.shortfall(metric("50", "200", true, null))).isEqualByComparingTo("0.75");
        assertThat(MatchFormula.shortfall(metric("200", "200", true, null))).isZero();
        assertThat(MatchFormula.shortfall(metric("90", "10", false, null))).isEqualByComparingTo("1");
        assertThat(MatchFormula.shortfall(metric("-5", "-4", true, null))).isEqualByComparingTo("0.25");
        assertThat(MatchFormula.shortfall(metric("-1", "0", true, null))).isEqualByComparingTo("1");
        assertThat(MatchFormula.shortfall(metric("0", "0", false, null))).isZero();
        assertThat(MatchFormula.shortfall(metric("1", "0", true, null))).isZero();
    }

    /** 10/18 · min(1, 3/4) + 6/18 · min(1, 5/3) + 2/18 · 0 = 0.416667 + 0.333333 = 0.75. */
    @Test
    void expertiseIsWhatTheMentorCoversOfTheNeed() {
        assertThat(six(MatchFormula.expertise(NEEDS, skills("Analysis", "3", "6", "Selling", "5", "3"))))
                .isEqualTo("0.750000");
    }

    /** A competency that asks for level 0 counts as asking for 1, so a mentor at 0.5 covers half of it. */
    @Test
    void aRequiredLevelBelowOneCountsAsOne() {
        List<Need> needs = MatchFormula.needs(List.of(asks("Chess", "0", "1")), Map.of(), List.of());
        assertThat(six(MatchFormula.expertise(needs, skills("Chess", "0.5", "1"))))
                .isEqualTo("0.500000");
    }

    /** ȳ = 10/18 · 6 + 6/18 · 3 = 4.333333; 0.5 · 4.333333/5 + 0.5 · 2/4 = 0.433333 + 0.25. */
    @Test
    void experienceIsYearsAndGraduatedMentees() {
        BigDecimal years = MatchFormula.years(NEEDS, skills("Analysis", "3", "6", "Selling", "5", "3"));
        assertThat(six(years)).isEqualTo("4.333333");
        assertThat(six(MatchFormula.experience(years, 2))).isEqualTo("0.683333");
        assertThat(six(MatchFormula.experience(number("30"), 0))).isEqualTo("0.500000");
    }

    @Test
    void styleIsTheSameAnyOrAnother() {
        assertThat(MatchFormula.style("logical", "logical")).isEqualByComparingTo("1");
        assertThat(MatchFormula.style(null, "logical")).isEqualByComparingTo("0.5");
        assertThat(MatchFormula.style("logical", "supportive")).isZero();
    }

    /** Marks 5, 4 and 3 of all: μ = 4. A mentor with 5 and 4: (5 · 4 + 9)/7 = 4.142857, less 1, /4 = 0.785714. */
    @Test
    void ratingIsPulledTowardsTheMeanOfAll() {
        BigDecimal mean = MatchFormula.mean(3, 12);
        assertThat(six(MatchFormula.rating(mean, 2, 9))).isEqualTo("0.785714");
        assertThat(six(MatchFormula.rating(mean, 0, 0))).isEqualTo("0.750000");
        assertThat(six(MatchFormula.rating(MatchFormula.mean(0, 0), 0, 0))).isEqualTo("0.625000");
    }

    /** 0.5 · 0.75 + 0.2 · 0.683333 + 0.15 · 1 + 0.15 · 0.785714 = 0.375 + 0.136667 + 0.15 + 0.117857. */
    @Test
    void theScoreWeighsTheFactors() {
        Candidate mentor = new Candidate(
                "wang",
                "Wang",
                "logical",
                3,
                1,
                true,
                LocalDate.of(2020, 1, 1),
                skills("Analysis", "3", "6", "Selling", "5", "3"),
                2,
                2,
                9);
        Factors factors = MatchFormula.factors(NEEDS, "logical", number("4"), mentor);
        assertThat(MatchFormula.score(WEIGHTS, factors).toPlainString()).isEqualTo("0.779524");
    }

    @Test
    void weightsNeedNotAddUpToOne() {
        Weights doubled =
                new Weights(number("1"), number("0.4"), number("0.3"), number("0.3"), number("3"), WEIGHTS.decision());
        Factors factors = new Factors(number("0.7"), number("0.1"), number("0.5"), number("0.625"));
        assertThat(MatchFormula.score(doubled, factors)).isEqualTo(MatchFormula.score(WEIGHTS, factors));
    }

    private static BigDecimal number(String number) {
        return new BigDecimal(number);
    }

    private static String six(BigDecimal number) {
        return number.setScale(6, RoundingMode.HALF_UP).toPlainString();
    }

    private static RequiredCompetency asks(String competency, String level, String weight) {
        return new RequiredCompetency(competency, number(level), number(weight));
    }

    private static WorkMetric metric(String value, String target, boolean higherIsBetter, String competency) {
        return new WorkMetric("any", YearMonth.of(2026, 10), number(value), number(target), higherIsBetter, competency);
    }

    private static Map<String, Expertise> skills(String... parts) {
        Map<String, Expertise> skills = new java.util.HashMap<>();
        for (int index = 0; index < parts.length; index += 3) {
            skills.put(
                    parts[index],
                    new Expertise("wang", parts[index], number(parts[index + 1]), number(parts[index + 2])));
        }
        return skills;
    }
}
