package org.xinhuo.incentive.title;

import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.xinhuo.engine.Decisions.Preview;
import org.xinhuo.engine.Outcome;

/**
 * What the tables {@code lecturer-title} and {@code title-loss}, as they are today, would make of the months to come.
 *
 * @param excellentInARow excellent months up to the last confirmed one
 * @param next the title within reach, or null where none is or it is held already
 * @param monthsToNext how many excellent months in a row, from now on, give it; 0 where there is none
 * @param lostByFailing how many failed months in a row, from now on, take the held title; 0 where none is held or that
 *     takes it not
 * @param lostWithoutExcellent how many months that are neither excellent nor failed take it; 0 as above
 */
public record TitleProspect(
        int excellentInARow, @Nullable String next, int monthsToNext, int lostByFailing, int lostWithoutExcellent) {

    /** Nobody plans further ahead. */
    static final int MOST_MONTHS = 36;

    static TitleProspect of(Standing standing, @Nullable String held, Preview win, Preview loss) {
        int to = IntStream.rangeClosed(1, MOST_MONTHS)
                .filter(months -> isAnother(won(win, standing.excellentInARow() + months), held))
                .findFirst()
                .orElse(0);
        return new TitleProspect(
                standing.excellentInARow(),
                to == 0 ? null : won(win, standing.excellentInARow() + to),
                to,
                held == null ? 0 : lost(loss, held, standing, true),
                held == null ? 0 : lost(loss, held, standing, false));
    }

    private static boolean isAnother(@Nullable String title, @Nullable String held) {
        return title != null && !Objects.equals(title, held);
    }

    private static @Nullable String won(Preview win, int excellentInARow) {
        Outcome outcome = win.decide(Map.of("excellentMonthsInARow", excellentInARow));
        return outcome.rows().isEmpty() ? null : outcome.first().text("title");
    }

    private static int lost(Preview loss, String held, Standing standing, boolean failing) {
        return IntStream.rangeClosed(1, MOST_MONTHS)
                .filter(months -> isLost(loss.decide(Map.of(
                        "title",
                        held,
                        "failedMonthsInARow",
                        failing ? standing.failedInARow() + months : 0,
                        "monthsSinceExcellent",
                        standing.monthsSinceExcellent() + months))))
                .findFirst()
                .orElse(0);
    }

    private static boolean isLost(Outcome outcome) {
        return !outcome.rows().isEmpty() && outcome.first().flag("lost");
    }
}
