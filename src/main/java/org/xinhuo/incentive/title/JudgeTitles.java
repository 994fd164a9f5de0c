package org.xinhuo.incentive.title;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.xinhuo.incentive.title.TitleEntry.Kind;

/**
 * Who holds which title once a month is confirmed or corrected. Judged anew is that month and every confirmed one after
 * it: what was decided of earlier months stays, whatever the tables say by now.
 */
final class JudgeTitles {

    private final TitleRules rules;

    JudgeTitles(TitleRules rules) {
        this.rules = rules;
    }

    /** What is to be written; without the id, time and reason that writing adds. */
    record Judged(
            String title, Kind kind, YearMonth period, String decisionKey, int decisionVersion, Standing standing) {}

    /** Somebody's title from a month on; {@code by} is null where that was decided before. */
    private record State(@Nullable String title, @Nullable Judged by) {}

    /**
     * Compares what is held with what the months say.
     *
     * @param grades the confirmed grades of the person by month
     * @param history the person's entries, the oldest first
     * @param from the month that was confirmed or corrected
     */
    List<Judged> judge(NavigableMap<YearMonth, String> grades, List<TitleEntry> history, YearMonth from) {
        NavigableMap<YearMonth, String> anew = grades.tailMap(from, true);
        if (anew.isEmpty()) {
            return List.of();
        }
        TitleEntry last = history.isEmpty() ? null : history.get(history.size() - 1);
        String held = last != null && last.kind().gives() ? last.title() : null;
        String before = heldBefore(history, from);
        State state = new State(before, null);
        for (YearMonth month : anew.keySet()) {
            state = next(state, month, Standing.at(grades, month));
        }
        List<Judged> judged = new ArrayList<>();
        if (Objects.equals(held, state.title())) {
            return judged;
        }
        if (held != null && last != null) {
            Judged by = state.by();
            if (by == null) {
                judged.add(withdrawn(held, last.period(), grades));
            } else {
                // Lost by the table, or another title takes its place.
                judged.add(new Judged(
                        held, Kind.LOST, by.period(), by.decisionKey(), by.decisionVersion(), by.standing()));
            }
        }
        if (state.title() != null) {
            judged.add(state.by() != null ? state.by() : restored(state.title(), last, grades));
        }
        return judged;
    }

    private State next(State state, YearMonth month, Standing standing) {
        TitleRules.Win win = rules.win(standing);
        if (win.title() != null) {
            return win.title().equals(state.title())
                    ? state
                    : new State(
                            win.title(),
                            new Judged(win.title(), Kind.WON, month, TitleRules.WIN, win.version(), standing));
        }
        if (state.title() == null) {
            return state;
        }
        TitleRules.Loss loss = rules.loss(state.title(), standing);
        return loss.lost()
                ? new State(
                        null, new Judged(state.title(), Kind.LOST, month, TitleRules.LOSS, loss.version(), standing))
                : state;
    }

    private Judged withdrawn(String title, YearMonth wonIn, NavigableMap<YearMonth, String> grades) {
        Standing standing = Standing.at(grades, latest(grades, wonIn));
        return new Judged(
                title,
                Kind.WITHDRAWN,
                wonIn,
                TitleRules.WIN,
                rules.win(standing).version(),
                standing);
    }

    private Judged restored(String title, @Nullable TitleEntry taken, NavigableMap<YearMonth, String> grades) {
        YearMonth from = taken == null ? grades.lastKey() : taken.period();
        Standing standing = Standing.at(grades, latest(grades, from));
        return new Judged(
                title,
                Kind.RESTORED,
                from,
                TitleRules.LOSS,
                rules.loss(title, standing).version(),
                standing);
    }

    private static YearMonth latest(NavigableMap<YearMonth, String> grades, YearMonth upTo) {
        YearMonth month = grades.floorKey(upTo);
        return month == null ? grades.firstKey() : month;
    }

    /** What was held just before this month: a later entry overrules earlier ones from its month on. */
    private static @Nullable String heldBefore(List<TitleEntry> history, YearMonth month) {
        TreeMap<YearMonth, TitleEntry> line = new TreeMap<>(Comparator.naturalOrder());
        for (TitleEntry entry : history) {
            line.tailMap(entry.period(), true).clear();
            line.put(entry.period(), entry);
        }
        var standing = line.lowerEntry(month);
        return standing != null && standing.getValue().kind().gives()
                ? standing.getValue().title()
                : null;
    }
}
