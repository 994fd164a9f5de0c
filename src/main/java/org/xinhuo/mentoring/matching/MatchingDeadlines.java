package org.xinhuo.mentoring.matching;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Period;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.Decisions;
import org.xinhuo.engine.Outcome;

/**
 * How long each step of matching may take and how many mentors are asked, as the table {@code matching-deadlines} says. A
 * table that gives no usable answer stops nobody's matching: what comes with the product counts then, and the log says so.
 */
@Component
public class MatchingDeadlines {

    private static final String DECISION = "matching-deadlines";
    private static final Logger log = LoggerFactory.getLogger(MatchingDeadlines.class);

    private static final int LONGEST_DAYS = 366;
    private static final int DAYS_OF_A_MONTH = 30;
    private static final int DAYS_OF_A_YEAR = 365;
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
        return read(step, () -> decisions.decide(DECISION, inputs(step, region)));
    }

    /** The same without a trace: for the other timers of a step that has its answer already. */
    public Deadline preview(Step step, @Nullable String region) {
        return read(step, () -> decisions.preview(DECISION).decide(inputs(step, region)));
    }

    private static Map<String, Object> inputs(Step step, @Nullable String region) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("step", step.code());
        inputs.put("region", Objects.requireNonNullElse(region, ""));
        return inputs;
    }

    private interface Table {
        Outcome answer();
    }

    private static Deadline read(Step step, Table table) {
        Outcome.Row row;
        try {
            row = table.answer().first();
        } catch (NoSuchElementException noRule) {
            log.warn("{} has no rule for {}; what comes with the product counts", DECISION, step.code());
            return new Deadline(step.due, step.remindAfter, MOST_ASKED);
        }
        return new Deadline(
                period(step, row.value("due"), step.due),
                period(step, row.value("remindAfter"), step.remindAfter),
                mostAsked(step, row.value("mostAsked")));
    }

    private static Period period(Step step, @Nullable Object given, Period otherwise) {
        if (given == null) {
            return otherwise;
        }
        try {
            Period period = Period.parse(given.toString());
            long days = period.getDays()
                    + (long) DAYS_OF_A_MONTH * period.getMonths()
                    + (long) DAYS_OF_A_YEAR * period.getYears();
            if (days >= 1 && days <= LONGEST_DAYS) {
                return period;
            }
        } catch (DateTimeException noPeriod) {
            // Said below, as for a period that is too long.
        }
        log.warn("{} gives {} for {}; {} counts", DECISION, given, step.code(), otherwise);
        return otherwise;
    }

    private static int mostAsked(Step step, @Nullable Object given) {
        if (given == null) {
            return MOST_ASKED;
        }
        try {
            int most = new BigDecimal(given.toString()).intValueExact();
            if (most >= 1 && most <= MOST_MENTORS) {
                return most;
            }
        } catch (ArithmeticException | NumberFormatException noNumber) {
            // Said below, as for a number that is too large.
        }
        log.warn("{} gives {} mentors for {}; {} counts", DECISION, given, step.code(), MOST_ASKED);
        return MOST_ASKED;
    }
}
