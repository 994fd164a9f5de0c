package org.xinhuo.incentive.preference;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the topics that a text names by the two letters that they begin with: a pass over the text, however many topics
 * there are.
 */
final class TopicIndex {

    private static final int LETTERS = 2;

    private final Map<String, List<TopicTally>> byBeginning = new HashMap<>();

    TopicIndex(Collection<TopicTally> tallies) {
        for (TopicTally tally : tallies) {
            String core = tally.core();
            byBeginning
                    .computeIfAbsent(
                            core.substring(0, Math.min(LETTERS, core.length())), beginning -> new ArrayList<>())
                    .add(tally);
        }
    }

    /** @param plain made so by {@link org.xinhuo.people.CompetencyNames#plain} */
    Set<TopicTally> namedIn(String plain) {
        Set<TopicTally> named = new LinkedHashSet<>();
        for (int at = 0; at < plain.length(); at++) {
            for (int letters = 1; letters <= LETTERS && at + letters <= plain.length(); letters++) {
                List<TopicTally> beginning = byBeginning.get(plain.substring(at, at + letters));
                if (beginning != null) {
                    for (TopicTally tally : beginning) {
                        if (plain.startsWith(tally.core(), at) && tally.isNamedIn(plain)) {
                            named.add(tally);
                        }
                    }
                }
            }
        }
        return named;
    }
}
