package org.xinhuo.incentive.review;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinhuo.engine.Decisions;
import org.xinhuo.engine.Outcome;

/** What the decision {@code lecturer-warning} says to a failed month; asked once for each distinct case. */
final class WarningRule {

    static final String TABLE = "lecturer-warning";

    /** The rule of before the table, for notices without a version. */
    private static final int OF_BEFORE = 2;

    private final Decisions decisions;
    private final Map<Case, Answer> answers = new HashMap<>();

    WarningRule(Decisions decisions) {
        this.decisions = decisions;
    }

    /**
     * A failed month of a lecturer.
     *
     * @param failedMonths in a row, up to this month
     * @param sharesPlanned in those months
     * @param lecturerMonths as a lecturer, this month included
     */
    record Case(int failedMonths, int sharesPlanned, int lecturerMonths) {

        private Map<String, Integer> inputs() {
            return Map.of(
                    "failedMonths", failedMonths, "sharesPlanned", sharesPlanned, "lecturerMonths", lecturerMonths);
        }
    }

    record Answer(boolean notice, int version) {}

    /** By the table of today; kept in the history of the process that asks. */
    Answer now(Case failed) {
        return answers.computeIfAbsent(failed, asked -> answer(decisions.decide(TABLE, asked.inputs())));
    }

    /**
     * By the table as it was.
     *
     * @param version null for the rule of before the table
     */
    boolean then(Case failed, @Nullable Integer version) {
        return version == null
                ? failed.failedMonths() >= OF_BEFORE
                : answer(decisions.preview(TABLE, version).decide(failed.inputs()))
                        .notice();
    }

    private static Answer answer(Outcome outcome) {
        List<Outcome.Row> rows = outcome.rows();
        return new Answer(
                !rows.isEmpty() && rows.get(0).flag("notice"),
                outcome.decision().version());
    }
}
