package org.xinhuo.mentoring.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xinhuo.mentoring.Mentorship;
import org.xinhuo.people.Employee;
import org.xinhuo.people.Employees;
import org.xinhuo.people.Groups;

/** Whom an "@" in a message means: the others of the pair, who stands in too, or somebody of HR, by name or id. */
@Component
class MentionedPeople {

    private final Employees employees;
    private final Groups groups;

    MentionedPeople(Employees employees, Groups groups) {
        this.employees = employees;
        this.groups = groups;
    }

    /** @param handle what means this person alone after an "@": the name, or the id where others have that name too */
    record Person(String id, String name, String handle) {}

    /** As a page offers them, in the order in which they come. */
    static List<Person> named(Map<String, String> offered) {
        return offered.entrySet().stream()
                .map(person -> {
                    boolean alone = offered.values().stream()
                                    .filter(person.getValue()::equalsIgnoreCase)
                                    .count()
                            == 1;
                    return new Person(person.getKey(), person.getValue(), alone ? person.getValue() : person.getKey());
                })
                .toList();
    }

    /** Names by id, the pair first. */
    Map<String, String> offered(Mentorship mentorship, String writer) {
        List<String> ids = new ArrayList<>();
        Stream.concat(pair(mentorship), groups.members("hr").stream())
                .filter(id -> !id.equals(writer) && !ids.contains(id))
                .forEach(ids::add);
        Map<String, String> names =
                employees.findAllById(ids).stream().collect(Collectors.toMap(Employee::id, Employee::name));
        Map<String, String> inOrder = new LinkedHashMap<>();
        ids.stream().filter(names::containsKey).forEach(id -> inOrder.put(id, names.getOrDefault(id, id)));
        return inOrder;
    }

    private static Stream<String> pair(Mentorship mentorship) {
        return Stream.of(mentorship.menteeId(), mentorship.mentorId(), mentorship.substituteId())
                .filter(Objects::nonNull);
    }

    /** Who is mentioned; of two names that both fit, the longer one. An "@" that means nobody is just a character. */
    static List<String> in(String text, Map<String, String> offered) {
        List<Map.Entry<String, String>> longestFirst = offered.entrySet().stream()
                .flatMap(person -> Stream.of(person, Map.entry(person.getKey(), person.getKey())))
                .sorted(Comparator.comparing((Map.Entry<String, String> person) ->
                                person.getValue().length())
                        .reversed())
                .toList();
        Set<String> mentioned = new LinkedHashSet<>();
        for (int at = next(text, 0); at >= 0; at = next(text, at + 1)) {
            String person = meant(text, at + 1, longestFirst);
            if (person != null) {
                mentioned.add(person);
            }
        }
        return List.copyOf(mentioned);
    }

    /** Also the full-width sign that Chinese keyboards write. */
    private static int next(String text, int from) {
        for (int index = from; index < text.length(); index++) {
            if (text.charAt(index) == '@' || text.charAt(index) == '＠') {
                return index;
            }
        }
        return -1;
    }

    private static @Nullable String meant(String text, int at, List<Map.Entry<String, String>> names) {
        for (Map.Entry<String, String> person : names) {
            String name = person.getValue();
            int end = at + name.length();
            if (!text.regionMatches(true, at, name, 0, name.length())) {
                continue;
            }
            // "@li" is not the beginning of "@lily".
            boolean goesOn = end < text.length()
                    && name.charAt(name.length() - 1) < 0x80
                    && Character.isLetterOrDigit(text.charAt(end))
                    && text.charAt(end) < 0x80;
            if (!goesOn) {
                return person.getKey();
            }
        }
        return null;
    }
}
