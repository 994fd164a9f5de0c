package org.xinhuo.mentoring.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinhuo.engine.Outcome;
import org.xinhuo.testing.PlainDecisions;

/** The tables that speak to mentors: phrases, advice, methods, and the cadence of regions. */
class CoachingDecisionsTest {

    private static final PlainDecisions DECISIONS = new PlainDecisions();

    private static List<Outcome.Row> phrases(String situation, String locale) {
        return DECISIONS
                .decide("coaching-phrases", Map.of("situation", situation, "locale", locale))
                .rows();
    }

    private static Map<String, List<Outcome.Row>> bySituation(String locale) {
        return phrases("all", locale).stream().collect(Collectors.groupingBy(row -> row.text("code")));
    }

    @Test
    void atLeastEightSituationsHaveFourPhrasesInBothLanguages() {
        Map<String, List<Outcome.Row>> chinese = bySituation("zh-CN");
        Map<String, List<Outcome.Row>> english = bySituation("en");
        assertThat(chinese).hasSizeGreaterThanOrEqualTo(8);
        assertThat(english.keySet()).isEqualTo(chinese.keySet());
        chinese.forEach((code, rows) -> {
            assertThat(rows).as(code).hasSizeGreaterThanOrEqualTo(4);
            assertThat(english.get(code)).as(code).hasSameSizeAs(rows);
            assertThat(rows).allSatisfy(row -> assertThat(row.text("phrases")).matches("(?s).*\\p{IsHan}.*"));
            assertThat(english.get(code))
                    .allSatisfy(row -> assertThat(row.text("phrases")).doesNotMatch("(?s).*\\p{IsHan}.*"));
            assertThat(rows.stream().map(row -> row.text("name")).distinct()).hasSize(1);
        });
    }

    @Test
    void aSituationAloneHasJustItsOwnPhrases() {
        assertThat(phrases("stuck", "en"))
                .hasSize(4)
                .allSatisfy(row -> assertThat(row.text("code")).isEqualTo("stuck"));
        assertThat(phrases("unheard-of", "en")).isEmpty();
    }

    /** The figures of one coaching; a test changes what it is about. */
    private record Figures(
            double hours,
            double contacts,
            int resources,
            @Nullable Double improvement,
            @Nullable String slowest,
            @Nullable Double specificity,
            @Nullable Double gapClosed,
            @Nullable Double slowestGapClosed) {

        List<Outcome.Row> rows() {
            Map<String, Object> inputs = new HashMap<>();
            inputs.put("hoursPerMonth", hours);
            inputs.put("contactsPerWeek", contacts);
            inputs.put("resources", resources);
            inputs.put("improvementRate", improvement);
            inputs.put("slowestCompetency", slowest);
            inputs.put("specificity", specificity);
            inputs.put("gapClosed", gapClosed);
            inputs.put("slowestGapClosed", slowestGapClosed);
            return DECISIONS.decide("coaching-advice", inputs).rows();
        }

        Figures with(
                @Nullable Double improvement,
                @Nullable String slowest,
                @Nullable Double specificity,
                @Nullable Double gapClosed,
                @Nullable Double slowestGapClosed) {
            return new Figures(
                    hours, contacts, resources, improvement, slowest, specificity, gapClosed, slowestGapClosed);
        }

        List<String> codes() {
            return rows().stream().map(row -> row.text("code")).toList();
        }
    }

    @ParameterizedTest(
            name =
                    "{0} h, {1} contacts, {2} resources, improvement {3}, slowest {4} {7}, specificity {5}, gap {6}: {8}")
    @CsvSource({
        "0.5, 1,   1, 0.2,  ,        3.5, 1,   ,    more-time",
        "1,   0.4, 1, 0.2,  ,        3.5, 1,   ,    closer-contact",
        "1,   0.5, 0, 0.2,  ,        3.5, 1,   ,    share-resource",
        "1,   0.5, 1, 0.2,  ,        1.9, 1,   ,    concrete-steps",
        "1,   0.5, 1, 0.2,  ,        2,   1,   ,    sharper-advice",
        "1,   0.5, 1, 0.2,  ,        2.9, 1,   ,    sharper-advice",
        "1,   0.5, 1, 0.2,  ,        3,   1,   ,    keep-going",
        "1,   0.5, 1, 0.1,  Selling, 3,   0.5, 0.1, keep-going",
        // one stands still or falls back while the rest comes on
        "1,   0.5, 1, 0.1,  Selling, 3,   0.9, 0,   focus-on-one",
        "1,   0.5, 1, 2,    Selling, 3,   0.6, -1,  focus-on-one",
        // it moves, and most of the way is left
        "1,   0.5, 1, 0.3,  Selling, 3,   0.4, 0.2, close-the-gap",
        "1,   0.5, 1, 0.09, Selling, 3,   0.5, 0.1, change-method",
        "1,   0.5, 1, 0,    Selling, 3,   0,   0,   change-method",
        "1,   0.5, 1, 0.05, ,        3,   1,   ,    raise-the-bar",
        "1,   0.5, 1, 0,    ,        3,   ,    ,    raise-the-bar",
        // never assessed before: no rate to go by, but a gap
        "1,   0.5, 1, ,     Selling, 3,   0,   0,   focus-on-one",
        "1,   0.5, 1, ,     Selling, 3,   0.3, 0.1, close-the-gap",
        "1,   0.5, 1, ,     Selling, 3,   0.8, 0.6, keep-going",
        "1,   0.5, 1, ,     ,        4,   1,   ,    keep-going",
        "1,   0.5, 1, ,     ,        4,   ,    ,    raise-the-bar",
        "1,   0.5, 1, 0.2,  ,        ,    1,   ,    write-it-down"
    })
    void oneThingWrongGivesOneAdvice(
            double hours,
            double contacts,
            int resources,
            Double improvement,
            String slowest,
            Double specificity,
            Double gapClosed,
            Double slowestGapClosed,
            String expected) {
        assertThat(new Figures(
                                hours,
                                contacts,
                                resources,
                                improvement,
                                slowest,
                                specificity,
                                gapClosed,
                                slowestGapClosed)
                        .codes())
                .containsExactly(expected);
    }

    @Test
    void levelsThatFellAreLookedIntoFirst() {
        assertThat(new Figures(1, 1, 1, -0.1, "Selling", 3.0, -0.2, -0.5).codes())
                .containsExactly("find-the-cause", "focus-on-one");
    }

    /** Nothing wanting in what the mentor does, each thing alone, and all of them at once. */
    private static final List<Figures> EFFORTS = List.of(
            effort(1, 0.5, 1), effort(0.99, 0.5, 1), effort(1, 0.49, 1), effort(1, 0.5, 0), effort(0.99, 0.49, 0));

    private static Figures effort(double hours, double contacts, int resources) {
        return new Figures(hours, contacts, resources, null, null, null, null, null);
    }

    private static List<Figures> everything() {
        List<Figures> all = new ArrayList<>();
        for (Figures effort : EFFORTS) {
            for (Double improvement : new Double[] {null, -1.0, 0.0, 0.05, 0.1, 2.0}) {
                for (Double specificity : new Double[] {null, 1.99, 2.0, 2.99, 3.0}) {
                    for (Double gap : new Double[] {null, -1.0, 0.0, 0.49, 0.5, 1.0}) {
                        // Only a competency that there is can have come on.
                        all.add(effort.with(improvement, null, specificity, gap, null));
                        for (Double own : new Double[] {null, -1.0, 0.0, 0.2}) {
                            all.add(effort.with(improvement, "Selling", specificity, gap, own));
                        }
                    }
                }
            }
        }
        return all;
    }

    /**
     * Whatever the figures: something is said, nothing twice, in both languages; and nobody is praised where a
     * competency stands still, less than half of the gap is closed, or anything else is advised.
     */
    @Test
    void everyMentorHearsSomething() {
        for (Figures figures : everything()) {
            List<Outcome.Row> rows = figures.rows();
            List<String> codes = rows.stream().map(row -> row.text("code")).toList();
            assertThat(codes).as(figures.toString()).isNotEmpty().doesNotHaveDuplicates();
            if (codes.contains("keep-going")) {
                assertThat(codes).as(figures.toString()).hasSize(1);
                boolean behind = figures.slowest() != null;
                assertThat(behind && figures.slowestGapClosed() != null && figures.slowestGapClosed() <= 0)
                        .as(figures + " praises although one stands still")
                        .isFalse();
                assertThat(behind && figures.gapClosed() != null && figures.gapClosed() < 0.5)
                        .as(figures + " praises although the gap stays open")
                        .isFalse();
            }
            for (Outcome.Row row : rows) {
                assertThat("competency".equals(row.text("target")) && figures.slowest() == null)
                        .as(figures + " speaks of a slowest competency that does not exist")
                        .isFalse();
                assertThat(row.text("text")).matches("(?s).*\\p{IsHan}.*");
                assertThat(row.text("textEn")).doesNotMatch("(?s).*\\p{IsHan}.*");
            }
        }
    }

    private static List<String> methods(@Nullable String learnerType, @Nullable String mentorStyle) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("learnerType", learnerType);
        inputs.put("mentorStyle", mentorStyle);
        List<String> codes = new ArrayList<>();
        DECISIONS.decide("coaching-method", inputs).rows().forEach(row -> {
            codes.add(row.text("code"));
            assertThat(row.text("methods")).matches("(?s).*\\p{IsHan}.*");
            assertThat(row.text("methodsEn")).doesNotMatch("(?s).*\\p{IsHan}.*");
        });
        return codes;
    }

    @ParameterizedTest(name = "{0} learner, {1} mentor: {2}")
    @CsvSource({
        "visual, logical, diagrams problem-cause-solution cause-map",
        "visual, supportive, diagrams small-wins",
        "auditory, demonstrating, talk-through i-do-you-do think-aloud",
        "kinaesthetic, questioning, drill grow question-while-doing",
        "reading, directive, written-cases clear-then-choose written-brief",
        ", logical, find-out problem-cause-solution",
        "visual, , diagrams agree-on-a-way",
        ", , find-out agree-on-a-way",
        "dreaming, shouting, find-out agree-on-a-way"
    })
    void methodsSuitTheLearnerAndTheMentor(String learnerType, String mentorStyle, String expected) {
        assertThat(methods(learnerType, mentorStyle)).containsExactly(expected.split(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"deep-guidance", "ability-evaluation"})
    void aRegionMayHaveItsOwnCadenceAndTheRestStaysTheSame(String duty) {
        Map<String, Object> germany = cadence(duty, "DE");
        assertThat(germany).isNotEqualTo(cadence(duty, "CN"));
        assertThat(cadence("experience-sharing", "DE")).isEqualTo(cadence("experience-sharing", "CN"));
        assertThat(cadence(duty, "nowhere")).isEqualTo(cadence(duty, "CN"));
    }

    private static Map<String, Object> cadence(String duty, String region) {
        return DECISIONS
                .decide("duty-cadence", Map.of("duty", duty, "region", region))
                .first()
                .outputs();
    }
}
