package org.xinhuo.mentoring.coaching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.Decisions;
import org.xinhuo.engine.Outcome;

/**
 * Phrases for the situations of a coaching talk, as the process owner's table coaching-phrases has them. They are shown
 * and change nobody's result, so asking leaves no trace.
 */
@Component
public class CoachingPhrases {

    private static final Logger log = LoggerFactory.getLogger(CoachingPhrases.class);

    private static final String ALL = "all";
    private static final String CHINESE = "zh-CN";
    private static final String ENGLISH = "en";

    private final Decisions decisions;

    CoachingPhrases(Decisions decisions) {
        this.decisions = decisions;
    }

    /**
     * One situation and what may be said in it.
     *
     * @param code such as {@code stuck}, the same in every language
     * @param name as the reader calls it; the code where the table has no name for it
     */
    public record Situation(String code, String name, List<String> phrases) {}

    /**
     * Every situation, in the order of the table, in Chinese or else in English. One that has no phrase in the reader's
     * language is shown in the other; a row without a phrase or a code is left out.
     */
    public List<Situation> all(Locale reader) {
        boolean chinese = "zh".equals(reader.getLanguage());
        Decisions.Preview table = decisions.preview("coaching-phrases");
        Map<String, Situation> situations = said(table, chinese ? CHINESE : ENGLISH);
        said(table, chinese ? ENGLISH : CHINESE).forEach(situations::putIfAbsent);
        return List.copyOf(situations.values());
    }

    private static Map<String, Situation> said(Decisions.Preview table, String locale) {
        Map<String, String> names = new HashMap<>();
        Map<String, List<String>> phrases = new LinkedHashMap<>();
        for (Outcome.Row row :
                table.decide(Map.of("situation", ALL, "locale", locale)).rowsIfAny()) {
            Object code = row.value("code");
            Object phrase = row.value("phrases");
            Object name = row.value("name");
            if (code == null || phrase == null) {
                log.warn("coaching-phrases gives {} in {}, which cannot be shown", row.outputs(), locale);
                continue;
            }
            phrases.computeIfAbsent(code.toString(), first -> new ArrayList<>()).add(phrase.toString());
            if (name != null) {
                names.putIfAbsent(code.toString(), name.toString());
            }
        }
        Map<String, Situation> situations = new LinkedHashMap<>();
        phrases.forEach((code, all) ->
                situations.put(code, new Situation(code, names.getOrDefault(code, code), List.copyOf(all))));
        return situations;
    }
}
