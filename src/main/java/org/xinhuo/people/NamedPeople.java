package org.xinhuo.people;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.Refusal;

/** Finds the people that somebody writes down, by id or by whole name; one statement, however many. */
@Component
public class NamedPeople {

    /** Names are written with commas of either language, or one a line. */
    private static final Pattern BETWEEN = Pattern.compile("[,，;；、\\r\\n\\t]+");

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final JdbcClient jdbc;

    NamedPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What stands between the commas and line ends of a text, each once, in its order. */
    public static Set<String> words(String text) {
        Set<String> words = new LinkedHashSet<>();
        for (String word : BETWEEN.split(text.replace("\0", ""))) {
            if (!word.isBlank()) {
                words.add(word.strip());
            }
        }
        return words;
    }

    /**
     * The ids of these people, in their order. A word that nobody has for an id or a name stays as it is, for whoever
     * asks to refuse it together with all others like that; where it has blanks in it, its parts do.
     *
     * @param field that a refusal names
     * @throws Refusal where a name is several people's
     */
    @Transactional(readOnly = true)
    public List<String> ids(String field, Set<String> words) {
        Set<String> asked = new LinkedHashSet<>(words);
        words.forEach(word -> asked.addAll(parts(word)));
        Map<String, Set<String>> found = found(asked);
        List<String> ids = new ArrayList<>();
        for (String word : words) {
            List<String> these = found.containsKey(word) ? List.of(word) : parts(word);
            these.forEach(one -> ids.add(id(field, one, found.getOrDefault(one, Set.of(one)))));
        }
        return ids.stream().distinct().toList();
    }

    private static List<String> parts(String word) {
        return Arrays.asList(BLANKS.split(word));
    }

    private static String id(String field, String word, Set<String> people) {
        if (people.contains(word)) {
            return word;
        }
        if (people.size() > 1) {
            throw Refusal.invalid(field, "people.severalPeople", word, String.join(", ", people));
        }
        return people.iterator().next();
    }

    private Map<String, Set<String>> found(Set<String> words) {
        Map<String, Set<String>> found = new LinkedHashMap<>();
        jdbc.sql("select word, e.id from unnest(:words::text[]) with ordinality as asked (word, place)"
                        + " join employee e on e.id = word or e.name = word order by place, e.id")
                .param("words", words.toArray(String[]::new))
                .query((row, number) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .forEach(one -> found.computeIfAbsent(one.getKey(), word -> new LinkedHashSet<>())
                        .add(one.getValue()));
        return found;
    }
}
