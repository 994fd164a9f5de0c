package org.xinhuo.mentoring.matching;

import java.time.Period;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.Decisions;
import org.xinhuo.engine.Outcome;
import org.xinhuo.engine.UsableAnswer;

/**
 * How long each step of matching may take and how many mentors are asked, as the table {@code matching-deadlines} says. A
 * table that gives no usable answer stops nobody's matching: what comes with the product counts then, and the log says so.
 */
@Component
public class MatchingDeadlines {

    private static final String DECISION = "matching-deadlines";

    private static final int MOST_MENTORS = 100;

    /** The steps that the table knows. */
    public enum Step {
        CHOOSE_MENTOR("chooseMentor", 3, 2),
        CHOOSE_TOGETHER("chooseTogether", 3, 3),
        ACCEPT_MENTEE("acceptMentee", 5, 3),
        ASSIGN_MENTOR("assignMentor", 3, 3);

        private final String code;
        private final Period due;
        private final Period remindAfter;

        Step(String code, int dueDays, int remindAfterDays) {
            this.code = code;
            this.due = Period.ofDays(dueDays);
            this.remindAfter = Period.ofDays(remindAfterDays);
        }

        /** As the table and the models write it. */
        public String code() {
            return code;
        }

        /** @throws IllegalArgumentException where the table knows no such step */
        public static Step of(String code) {
            for (Step step : values()) {
                if (step.code.equals(code)) {
                    return step;
                }
            }
            throw new IllegalArgumentException("no step of matching is called " + code);
        }
    }

    /** Refusals after which HR knows better than a list, where the table names no number. */
    private static final int MOST_ASKED = 8;

    private static final Period A_WEEK = Period.ofDays(7);
    private static final int MOST_REMINDERS = 8;
    private static final int MOST_REMINDERS_NAMED = 52;

    private final Decisions decisions;

    MatchingDeadlines(Decisions decisions) {
        this.decisions = decisions;
    }

    /**
     * Time for one step, from the moment at which it opens.
     *
     * @param due until silence answers, or the task is late; a day at least, a year at most
     * @param remindAfter until whoever is to act is reminded; the same
     * @param mostAsked how many mentors are asked for one mentee of a cohort, 1 to 100
     */
    public record Deadline(Period due, Period remindAfter, int mostAsked) {}

    /** Kept in the history of the process that asks. @param region of the mentee; null where it is about a cohort */
    public Deadline decide(Step step, @Nullable String region) {
        return read(step, decisions.decide(DECISION, inputs(step, region)));
    }

    /** The same without a trace: for the other timers of a step that has its answer already. */
    public Deadline preview(Step step, @Nullable String region) {
        return read(step, decisions.preview(DECISION).decide(inputs(step, region)));
    }

    /**
     * How often whoever is late is reminded, from the first time on.
     *
     * @param every a day at least, a year at most
     * @param atMost 1 to 52, the first time too
     */
    public record Reminders(Period every, int atMost) {}

    /**
     * Asked without a trace, each time. A table of before says nothing about it: what comes with the product counts.
     *
     * @param region of the mentee
     */
    public Reminders reminders(Step step, String region) {
        UsableAnswer answer = UsableAnswer.of(decisions.preview(DECISION).decide(inputs(step, region)));
        return new Reminders(
                answer.has("remindAgainAfter") ? answer.period("remindAgainAfter", A_WEEK) : A_WEEK,
                answer.has("remindAtMost")
                        ? answer.integer("remindAtMost", 1, MOST_REMINDERS_NAMED, MOST_REMINDERS)
                        : MOST_REMINDERS);
    }

    private static Map<String, Object> inputs(Step step, @Nullable String region) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("step", step.code());
        inputs.put("region", Objects.requireNonNullElse(region, ""));
        return inputs;
    }

    private static Deadline read(Step step, Outcome outcome) {
        UsableAnswer answer = UsableAnswer.of(outcome);
        return new Deadline(
                answer.period("due", step.due),
                answer.period("remindAfter", step.remindAfter),
                answer.has("mostAsked") ? answer.integer("mostAsked", 1, MOST_MENTORS, MOST_ASKED) : MOST_ASKED);
    }
}
