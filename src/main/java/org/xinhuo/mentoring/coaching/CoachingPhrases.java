package org.xinhuo.mentoring.coaching;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.Decisions;

/**
 * Phrases for the situations of a coaching talk, as the process owner's table coaching-phrases has them. They are shown
 * and change nobody's result, so asking leaves no trace.
 */
@Component
public class CoachingPhrases {

    private static final String ALL = "all";

    private final Decisions decisions;

    CoachingPhrases(Decisions decisions) {
        this.decisions = decisions;
    }

    /**
     * One situation and what may be said in it.
     *
     * @param code such as {@code stuck}, the same in every language
     * @param name as the reader calls it
     */
    public record Situation(String code, String name, List<String> phrases) {}

    /** Every situation, in the order of the table, in Chinese or else in English. */
    public List<Situation> all(Locale reader) {
        String locale = "zh".equals(reader.getLanguage()) ? "zh-CN" : "en";
        Map<String, Situation> situations = new LinkedHashMap<>();
        decisions
                .preview("coaching-phrases")
                .decide(Map.of("situation", ALL, "locale", locale))
                .rows()
                .forEach(row -> situations
                        .computeIfAbsent(
                                row.text("code"), code -> new Situation(code, row.text("name"), new ArrayList<>()))
                        .phrases()
                        .add(row.text("phrases")));
        return List.copyOf(situations.values());
    }
}
