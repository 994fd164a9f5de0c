package org.xinhuo.incentive.title;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinhuo.engine.Decisions;
import org.xinhuo.engine.Outcome;

/** The tables {@code lecturer-title} and {@code title-loss}, asked once for each different input. */
final class TitleRules {

    static final String WIN = "lecturer-title";

    static final String LOSS = "title-loss";

    private final Decisions decisions;
    private final Map<Integer, Win> wins = new HashMap<>();
    private final Map<List<Object>, Loss> losses = new HashMap<>();

    TitleRules(Decisions decisions) {
        this.decisions = decisions;
    }

    /** @param title what is won, or null for nothing */
    record Win(@Nullable String title, int version) {}

    record Loss(boolean lost, int version) {}

    Win win(Standing standing) {
        return wins.computeIfAbsent(standing.excellentInARow(), row -> {
            Outcome outcome = decisions.decide(WIN, Map.of("excellentMonthsInARow", row));
            List<Outcome.Row> rows = outcome.rows();
            return new Win(
                    rows.isEmpty() ? null : rows.get(0).text("title"),
                    outcome.decision().version());
        });
    }

    Loss loss(String title, Standing standing) {
        int failed = standing.failedInARow();
        int since = standing.monthsSinceExcellent();
        return losses.computeIfAbsent(List.of(title, failed, since), asked -> {
            Outcome outcome = decisions.decide(
                    LOSS, Map.of("title", title, "failedMonthsInARow", failed, "monthsSinceExcellent", since));
            List<Outcome.Row> rows = outcome.rows();
            return new Loss(
                    !rows.isEmpty() && rows.get(0).flag("lost"),
                    outcome.decision().version());
        });
    }
}
