package org.xinhuo.incentive.scoring;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.xinhuo.base.Refusal;
import org.xinhuo.engine.Decisions.Preview;
import org.xinhuo.engine.Outcome;

/** The decision tables of one computation: each is asked once for each distinct input. */
final class ScoringRules {

    private final Function<String, Preview> tables;
    private final Map<String, Preview> opened = new HashMap<>();
    private final Map<List<Object>, Targets> targets = new HashMap<>();
    private final Map<String, Weights> weights = new HashMap<>();
    private final Map<List<Object>, Grade> grades = new HashMap<>();

    /** @param tables opens a decision table by its id */
    ScoringRules(Function<String, Preview> tables) {
        this.tables = tables;
    }

    /** What a group was measured by when its month was confirmed, whatever the tables say today. */
    void fix(String group, YearMonth month, Targets then, Weights by) {
        targets.put(List.of(group, month), then);
        weights.put(group, by);
    }

    Targets targets(String group, YearMonth month) {
        return targets.computeIfAbsent(List.of(group, month), ignored -> {
            Map<String, @Nullable Object> inputs = new LinkedHashMap<>();
            inputs.put("group", group);
            inputs.put("month", month.toString());
            Outcome outcome = decide("share-targets", inputs);
            return new Targets(
                    target(outcome, "shares"),
                    target(outcome, "minutes"),
                    target(outcome, "reuse"),
                    target(outcome, "raters"),
                    outcome.decision().version());
        });
    }

    Weights weights(String group) {
        return weights.computeIfAbsent(group, ignored -> {
            Outcome outcome = decide("score-weights", Map.of("group", group));
            Weights decided = new Weights(
                    weight(outcome, "shares"),
                    weight(outcome, "rating"),
                    weight(outcome, "reuse"),
                    weight(outcome, "timeliness"),
                    outcome.decision().version());
            if (decided.sum().signum() <= 0) {
                throw Refusal.conflict(
                        "table.noWeight",
                        outcome.decision().key(),
                        outcome.decision().version());
            }
            return decided;
        });
    }

    Grade grade(BigDecimal score, @Nullable BigDecimal averageRating, int sharesHeld) {
        Map<String, @Nullable Object> inputs = gradeInputs(score, averageRating, sharesHeld);
        return grades.computeIfAbsent(List.of(inputs.toString()), ignored -> {
            Outcome outcome = decide("lecturer-grade", inputs);
            return new Grade(outcome.first().text("grade"), outcome.decision().version());
        });
    }

    /**
     * Takes over the grades of months that the same version of the table has given: two thousand lecturers have as many
     * different inputs, and whoever only looks whether anything has changed need not ask them all again.
     */
    void remember(Collection<LecturerMonth> graded) {
        Integer version = null;
        for (LecturerMonth month : graded) {
            Grade known = month.grade();
            if (known == null) {
                continue;
            }
            if (version == null) {
                version = grade(month.score(), month.averageRating(), month.held())
                        .version();
            }
            if (known.version() == version) {
                Map<String, @Nullable Object> inputs = gradeInputs(month.score(), month.averageRating(), month.held());
                grades.putIfAbsent(List.of(inputs.toString()), known);
            }
        }
    }

    private static Map<String, @Nullable Object> gradeInputs(
            BigDecimal score, @Nullable BigDecimal averageRating, int sharesHeld) {
        Map<String, @Nullable Object> inputs = new LinkedHashMap<>();
        inputs.put("score", score.doubleValue());
        inputs.put("averageRating", averageRating == null ? null : averageRating.doubleValue());
        inputs.put("sharesHeld", sharesHeld);
        return inputs;
    }

    /** @throws Refusal below nothing */
    private static int target(Outcome outcome, String output) {
        int target = outcome.first().integer(output);
        refuseBelowNothing(outcome, output, BigDecimal.valueOf(target));
        return target;
    }

    /** @throws Refusal below nothing: a component would take points away for being good at it */
    private static BigDecimal weight(Outcome outcome, String output) {
        BigDecimal weight = outcome.first().number(output);
        refuseBelowNothing(outcome, output, weight);
        return weight;
    }

    private static void refuseBelowNothing(Outcome outcome, String output, BigDecimal value) {
        if (value.signum() < 0) {
            throw Refusal.conflict(
                    "table.negative",
                    outcome.decision().key(),
                    outcome.decision().version(),
                    output,
                    value.toPlainString());
        }
    }

    private Outcome decide(String key, Map<String, ?> inputs) {
        return opened.computeIfAbsent(key, tables).decide(inputs);
    }
}
