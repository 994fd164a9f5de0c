package org.xinhuo.incentive.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How often and on which day of the week a group shares, as a form offers it: the common ones of what a recurrence rule
 * (RFC 5545) can say.
 *
 * @param name one of {@link #NAMES}
 * @param weekday as in a recurrence rule, such as {@code TU}
 */
record Rhythm(String name, String weekday) {

    /** For a rule that none of the others says. */
    static final String OWN = "own";

    /** In the order of a form. */
    static final List<String> NAMES =
            List.of("weekly", "fortnightly", "first", "second", "third", "fourth", "last", OWN);

    static final List<String> WEEKDAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");

    private static final Map<String, String> RULES = Map.of(
            "weekly", "FREQ=WEEKLY;BYDAY=",
            "fortnightly", "FREQ=WEEKLY;INTERVAL=2;BYDAY=",
            "first", "FREQ=MONTHLY;BYDAY=1",
            "second", "FREQ=MONTHLY;BYDAY=2",
            "third", "FREQ=MONTHLY;BYDAY=3",
            "fourth", "FREQ=MONTHLY;BYDAY=4",
            "last", "FREQ=MONTHLY;BYDAY=-1");

    /** What a rule says; {@link #OWN} where a form has no words for it. */
    static Rhythm of(@Nullable String rule) {
        for (String name : NAMES) {
            for (String weekday : WEEKDAYS) {
                Rhythm rhythm = new Rhythm(name, weekday);
                if (!name.equals(OWN) && rhythm.rule("").equals(rule)) {
                    return rhythm;
                }
            }
        }
        return new Rhythm(rule == null ? "weekly" : OWN, "TU");
    }

    /** @param typed the rule for {@link #OWN}, and for names and days that no form of ours sends */
    String rule(String typed) {
        String rule = RULES.get(name);
        return rule == null || !WEEKDAYS.contains(weekday) ? typed : rule + weekday;
    }
}
