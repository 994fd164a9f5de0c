package org.xinhuo.incentive.sharing;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.Decisions;
import org.xinhuo.engine.Outcome;
import org.xinhuo.engine.UsableAnswer;
import org.xinhuo.people.Employees;
import org.xinhuo.people.Lecturer;
import org.xinhuo.people.Lecturers;

/**
 * The times around a share that a company may decide, by the decision table {@code share-deadlines}; where its owner
 * slipped, as the product comes. When content is due and how long learners rate is fixed: see {@link Share}.
 */
@Component
public class ShareDeadlines {

    private static final String TABLE = "share-deadlines";

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(90);

    /** By then the rating is over, whatever happens to its share. */
    private static final Duration EARLIEST_GIVING_UP = Share.RATING_WINDOW.multipliedBy(2);

    private static final Duration A_DAY = Duration.ofDays(1);

    private final Decisions decisions;
    private final Lecturers lecturers;
    private final Employees employees;

    ShareDeadlines(Decisions decisions, Lecturers lecturers, Employees employees) {
        this.decisions = decisions;
        this.lecturers = lecturers;
        this.employees = employees;
    }

    /**
     * What the table says.
     *
     * @param contentReminder before the start
     * @param reportReminder after the planned end, as {@code reportDue} and {@code reportGivenUp}
     * @param checkInBefore before the planned start a check-in code begins to work
     * @param checkInAfter after the planned end it stops
     */
    public record Deadlines(
            Duration contentReminder,
            Duration reportReminder,
            Duration reportDue,
            Duration reportGivenUp,
            Duration checkInBefore,
            Duration checkInAfter) {}

    /** To go by: the question and the answer stay in the history of the process. */
    public Deadlines decide(Share share) {
        return deadlines(decisions.decide(TABLE, inputs(share.lecturerId())));
    }

    /** To look at. */
    public Deadlines of(Share share) {
        return deadlines(decisions.preview(TABLE).decide(inputs(share.lecturerId())));
    }

    private static Deadlines deadlines(Outcome outcome) {
        UsableAnswer answer = UsableAnswer.of(outcome);
        return new Deadlines(
                answer.duration("contentReminder", SHORTEST, LONGEST, Duration.ofDays(3)),
                answer.duration("reportReminder", SHORTEST, LONGEST, Duration.ofDays(2)),
                answer.duration("reportDue", SHORTEST, LONGEST, Duration.ofDays(3)),
                answer.duration("reportGivenUp", EARLIEST_GIVING_UP, LONGEST, Duration.ofDays(7)),
                answer.duration("checkInBefore", Duration.ZERO, A_DAY, Duration.ofMinutes(30)),
                answer.duration("checkInAfter", Duration.ZERO, A_DAY, Duration.ofMinutes(30)));
    }

    private Map<String, @Nullable Object> inputs(String lecturerId) {
        Map<String, @Nullable Object> inputs = new HashMap<>();
        inputs.put("group", lecturers.findById(lecturerId).map(Lecturer::group).orElse(""));
        inputs.put("region", employees.get(lecturerId).region());
        return inputs;
    }
}
