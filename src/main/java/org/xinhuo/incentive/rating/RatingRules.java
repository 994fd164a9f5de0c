package org.xinhuo.incentive.rating;

import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.Decisions;
import org.xinhuo.engine.Outcome;

/** What the decision table {@code rating-rules} says. */
@Component
class RatingRules {

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
        Outcome.Row row = decisions
                .preview("rating-rules")
                .decide(Map.of("attendees", attendees))
                .first();
        return new Rules(
                Math.max(1, row.integer("shownTogether")),
                row.flag("closesEarly"),
                Duration.ofMinutes(row.integer("quietMinutes")));
    }
}
