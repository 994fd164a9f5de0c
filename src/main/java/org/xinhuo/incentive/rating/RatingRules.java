package org.xinhuo.incentive.rating;

import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.Decisions;
import org.xinhuo.engine.UsableAnswer;

/** What the decision table {@code rating-rules} says. A slip in it stops no look at a share or a month. */
@Component
public class RatingRules {

    /** As the product comes. */
    private static final int TOGETHER = 3;

    private static final int MOST_TOGETHER = 100;
    private static final int QUIET_MINUTES = 30;
    private static final int A_DAY = 24 * 60;

    private final Decisions decisions;

    RatingRules(Decisions decisions) {
        this.decisions = decisions;
    }

    /**
     * The rules of one share.
     *
     * @param shownTogether ratings that the lecturer sees together, at least 1
     * @param quiet how long after the last rating
     */
    record Rules(int shownTogether, boolean closesEarly, Duration quiet) {}

    Rules of(int attendees) {
        UsableAnswer answer = answer(attendees);
        return new Rules(
                together(answer),
                answer.flag("closesEarly", attendees >= TOGETHER),
                Duration.ofMinutes(answer.integer("quietMinutes", 0, A_DAY, QUIET_MINUTES)));
    }

    /** How many ratings there must be before anything but their number is shown to the lecturer. */
    public int shownTogether(int raters) {
        return together(answer(raters));
    }

    private static int together(UsableAnswer answer) {
        return answer.integer("shownTogether", 1, MOST_TOGETHER, TOGETHER);
    }

    private UsableAnswer answer(int attendees) {
        return UsableAnswer.of(decisions.preview("rating-rules").decide(Map.of("attendees", attendees)));
    }
}
