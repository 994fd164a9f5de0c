package org.xinhuo.incentive.content;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.Decisions;
import org.xinhuo.engine.UsableAnswer;
import org.xinhuo.people.Lecturer;
import org.xinhuo.people.Lecturers;

/** What the decision table {@code content-rules} says; where its owner slipped, as the product comes. */
@Component
public class ContentRules {

    private static final String TABLE = "content-rules";

    private static final BigDecimal HIGH = BigDecimal.valueOf(8);
    private static final int RATERS = 3;
    private static final int WISHES_EACH = 5;
    private static final int WISH_DAYS = 30;
    private static final int MOST = 1000;

    private final Decisions decisions;
    private final Lecturers lecturers;

    ContentRules(Decisions decisions, Lecturers lecturers) {
        this.decisions = decisions;
        this.lecturers = lecturers;
    }

    /**
     * The rules of one group of lecturers.
     *
     * @param high from this mean of the scores 1 to 10 on a share was rated high
     * @param raters from so many ratings on
     * @param wishesEach of one person for one share
     * @param wishesFor so long after the start of a share people may say what they wish to hear the next time
     */
    public record Rules(BigDecimal high, int raters, int wishesEach, Duration wishesFor) {}

    /** Those of the lecturer's group. */
    public Rules of(String lecturerId) {
        return ofGroup(lecturers.findById(lecturerId).map(Lecturer::group).orElse(""));
    }

    public Rules ofGroup(String group) {
        UsableAnswer answer = UsableAnswer.of(decisions.preview(TABLE).decide(Map.of("group", group)));
        return new Rules(
                answer.number("high", BigDecimal.ONE, BigDecimal.TEN, HIGH),
                answer.integer("raters", 1, MOST, RATERS),
                answer.integer("wishesEach", 0, MOST, WISHES_EACH),
                Duration.ofDays(answer.integer("wishDays", 0, MOST, WISH_DAYS)));
    }
}
