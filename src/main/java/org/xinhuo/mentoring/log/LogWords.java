package org.xinhuo.mentoring.log;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.xinhuo.mentoring.log.LogAtoms.Atom;
import org.xinhuo.mentoring.log.LogAtoms.Type;

/**
 * How the log is searched: texts become the words of PostgreSQL's full text, and questions are taken apart the same way.
 * Of Chinese every pair of neighbouring characters and every character is a word, so that 复购 is found inside 客户复购率
 * however a dictionary would split it; where a dictionary's word begins, the pair weighs more (A against B), and longer
 * words stand beside them. English is found by stem. The mentorship is a word too: a search in one mentorship meets both
 * in the index instead of reading one and throwing most away.
 */
final class LogWords {

    /** What lies beyond is stored, but not found; the words of more would not fit a tsvector (1 MB). */
    static final int SEARCHED = 40_000;

    /** Of one word; PostgreSQL keeps no more, and none beyond the last. */
    private static final int MOST_PLACES = 255;

    private static final int LAST_PLACE = 16_383;

    /** From here on a Chinese question counts as several words, not as one phrase. */
    private static final int A_SENTENCE = 4;

    private LogWords() {}

    /**
     * A question, taken apart.
     *
     * @param match the tsquery that an entry must meet
     * @param exact the narrower tsquery that ranks higher: every Chinese run as it was written
     * @param words what to mark in a text: characters, pairs of characters, stems
     */
    record Question(String match, String exact, Set<String> words) {

        /** Whether there is anything to look for: blanks and commas alone find nothing. */
        boolean isEmpty() {
            return match.isEmpty();
        }
    }

    /** What a text column takes: without NUL, and without halves of characters. */
    static String storable(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().filter(character -> character != 0).forEach(character -> {
            boolean half = Character.getType(character) == Character.SURROGATE;
            kept.appendCodePoint(half ? 0xFFFD : character);
        });
        return kept.toString();
    }

    /**
     * What of an entry is searched: the words of whoever wrote it, and after them what its headline names, such as levels,
     * people and titles. Lines apart, so that nothing runs on from one into the next.
     */
    static String searched(String text, List<?> arguments) {
        String named = arguments.stream()
                .filter(CharSequence.class::isInstance)
                .map(argument -> storable(argument.toString()))
                .collect(Collectors.joining("\n"));
        // A long text does not push the headline out of what is searched.
        String words = text.length() + 1 + named.length() <= SEARCHED
                ? text
                : text.substring(0, Math.max(0, Math.min(text.length(), SEARCHED - 1 - named.length())));
        return named.isEmpty() ? text : words + "\n" + named;
    }

    /** The tsvector of a text, as PostgreSQL writes it. */
    static String indexed(String mentorshipId, String text) {
        Map<String, Map<Integer, Character>> places = new TreeMap<>();
        List<Atom> atoms = LogAtoms.of(text, SEARCHED);
        for (int index = 0; index < atoms.size(); index++) {
            Atom atom = atoms.get(index);
            put(places, atom.value(), index, atom.type() == Type.WORD ? 'A' : 'D');
            if (isPair(atoms, index)) {
                put(places, atom.value() + atoms.get(index + 1).value(), index, 'B');
            }
        }
        for (Span word : words(atoms)) {
            if (word.length() > 1) {
                put(places, value(atoms, word), word.from(), 'A');
            }
        }
        String vector = places.entrySet().stream()
                .map(entry -> quoted(entry.getKey()) + ":"
                        + entry.getValue().entrySet().stream()
                                .map(place -> place.getKey() + place.getValue().toString())
                                .collect(Collectors.joining(",")))
                .collect(Collectors.joining(" "));
        return quoted(ofMentorship(mentorshipId)) + " " + vector;
    }

    /** Takes a question apart. */
    static Question asked(String question) {
        List<Atom> atoms = LogAtoms.of(question, SEARCHED);
        Set<String> match = new LinkedHashSet<>();
        Set<String> exact = new LinkedHashSet<>();
        for (Span run : runs(atoms)) {
            Set<String> written = pairs(atoms, run);
            exact.addAll(written);
            match.addAll(run.length() < A_SENTENCE ? written : pairsOfWords(atoms, run, written));
        }
        return new Question(all(match), all(exact), match.size() == exact.size() ? match : union(match, exact));
    }

    /** The tsquery for the entries of one mentorship that meet a question. */
    static String within(String mentorshipId, Question question) {
        return quoted(ofMentorship(mentorshipId)) + " & " + question.match();
    }

    private static Set<String> union(Set<String> first, Set<String> second) {
        Set<String> both = new LinkedHashSet<>(first);
        both.addAll(second);
        return both;
    }

    /** Words of one character, such as 的, say too little beside longer ones. */
    private static Set<String> pairsOfWords(List<Atom> atoms, Span run, Set<String> written) {
        Set<String> found = new LinkedHashSet<>();
        for (Span word : words(atoms.subList(run.from(), run.to()))) {
            if (word.length() > 1) {
                found.addAll(pairs(atoms, new Span(run.from() + word.from(), run.from() + word.to())));
            }
        }
        return found.isEmpty() ? written : found;
    }

    private static Set<String> pairs(List<Atom> atoms, Span span) {
        Set<String> pairs = new LinkedHashSet<>();
        if (span.length() == 1) {
            pairs.add(atoms.get(span.from()).value());
        }
        for (int index = span.from(); index + 1 < span.to(); index++) {
            pairs.add(atoms.get(index).value() + atoms.get(index + 1).value());
        }
        return pairs;
    }

    /** From one piece up to, not including, another. */
    private record Span(int from, int to) {

        int length() {
            return to - from;
        }
    }

    /** Characters that stand side by side, and everything else by itself. */
    private static List<Span> runs(List<Atom> atoms) {
        List<Span> runs = new ArrayList<>();
        for (int from = 0; from < atoms.size(); ) {
            int to = from;
            while (isPair(atoms, to)) {
                to++;
            }
            runs.add(new Span(from, to + 1));
            from = to + 1;
        }
        return runs;
    }

    /** The dictionary's words of all Chinese runs. */
    private static List<Span> words(List<Atom> atoms) {
        List<Span> words = new ArrayList<>();
        for (Span run : runs(atoms)) {
            for (int from = run.from(); from < run.to(); ) {
                int to = from;
                while (to < run.to() && isCommonHan(atoms.get(to))) {
                    to++;
                }
                if (to - from > 1) {
                    int first = from;
                    HanWords.of(value(atoms, new Span(from, to)))
                            .forEach(word -> words.add(new Span(first + word.start(), first + word.end())));
                }
                from = to + 1;
            }
        }
        return words;
    }

    private static boolean isPair(List<Atom> atoms, int index) {
        return index + 1 < atoms.size()
                && atoms.get(index).type() == Type.CHARACTER
                && atoms.get(index + 1).type() == Type.CHARACTER
                && atoms.get(index).run() == atoms.get(index + 1).run();
    }

    private static boolean isCommonHan(Atom atom) {
        char first = atom.value().charAt(0);
        return atom.type() == Type.CHARACTER && first >= '\u4e00' && first <= '\u9fff';
    }

    private static String value(List<Atom> atoms, Span span) {
        return atoms.subList(span.from(), span.to()).stream().map(Atom::value).collect(Collectors.joining());
    }

    /** The heavier weight stays. */
    private static void put(Map<String, Map<Integer, Character>> places, String word, int index, char weight) {
        Map<Integer, Character> known = places.computeIfAbsent(word, first -> new TreeMap<>());
        int place = Math.min(index + 1, LAST_PLACE);
        if (known.size() < MOST_PLACES || known.containsKey(place)) {
            known.merge(place, weight, (one, other) -> one < other ? one : other);
        }
    }

    private static String all(Set<String> words) {
        return words.stream().map(LogWords::quoted).collect(Collectors.joining(" & "));
    }

    /** No piece of a text begins so. */
    private static String ofMentorship(String id) {
        return "~" + id;
    }

    /** Nothing inside has a meaning for the reader of tsvector and tsquery. */
    private static String quoted(String word) {
        return "'" + word.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
