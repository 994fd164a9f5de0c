package org.xinhuo.mentoring.log;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tartarus.snowball.ext.EnglishStemmer;

/**
 * Takes a text apart into what can be looked for: single characters of scripts without spaces, words of the others as
 * their English stem, and symbols such as emoji. Full width is half width, upper case is lower case.
 */
final class LogAtoms {

    /** Longer words are cut; they are no words. */
    private static final int LONGEST_WORD = 100;

    /** What a piece of text is. */
    enum Type {
        /** A character of Chinese, Japanese or Korean. */
        CHARACTER,
        /** Letters and digits of other scripts, as a stem. */
        WORD,
        SYMBOL
    }

    /**
     * One piece.
     *
     * @param start where it begins in the text, in {@code char}s
     * @param run counts up wherever something stands between two pieces
     */
    record Atom(Type type, String value, int start, int end, int run) {}

    private final String text;
    private final List<Atom> atoms = new ArrayList<>();
    private final EnglishStemmer stemmer = new EnglishStemmer();
    private final StringBuilder word = new StringBuilder();
    private int wordStart;
    private int wordEnd;
    private int run;

    private LogAtoms(String text) {
        this.text = text;
    }

    /** @param most how many {@code char}s to read at most */
    static List<Atom> of(String text, int most) {
        LogAtoms reading = new LogAtoms(text.length() <= most ? text : text.substring(0, most));
        reading.read();
        return reading.atoms;
    }

    private void read() {
        int at = 0;
        while (at < text.length()) {
            int end = at + Character.charCount(text.codePointAt(at));
            while (end < text.length() && isMark(text.codePointAt(end))) {
                end += Character.charCount(text.codePointAt(end));
            }
            cluster(text.substring(at, end), at, end);
            at = end;
        }
        endWord();
    }

    /** A character with its accents; what it becomes keeps the place where it stood. */
    private void cluster(String written, int start, int end) {
        String plain = Normalizer.normalize(
                Normalizer.normalize(written, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT), Normalizer.Form.NFKC);
        plain.codePoints().forEach(character -> {
            if (isUnspaced(character)) {
                endWord();
                atoms.add(new Atom(Type.CHARACTER, Character.toString(character), start, end, run));
            } else if (Character.isLetterOrDigit(character) || isMark(character) && !word.isEmpty()) {
                if (word.isEmpty()) {
                    wordStart = start;
                }
                if (word.length() < LONGEST_WORD) {
                    word.appendCodePoint(character);
                }
                wordEnd = end;
            } else if (Character.getType(character) == Character.OTHER_SYMBOL) {
                endWord();
                atoms.add(new Atom(Type.SYMBOL, Character.toString(character), start, end, ++run));
                run++;
            } else if (Character.getType(character) != Character.FORMAT) {
                endWord();
                run++;
            }
        });
    }

    private void endWord() {
        if (word.isEmpty()) {
            return;
        }
        run++;
        atoms.add(new Atom(Type.WORD, stem(word.toString()), wordStart, wordEnd, run));
        run++;
        word.setLength(0);
    }

    private String stem(String plain) {
        if (!plain.chars().allMatch(letter -> letter >= 'a' && letter <= 'z')) {
            return plain;
        }
        stemmer.setCurrent(plain);
        stemmer.stem();
        return stemmer.getCurrent();
    }

    private static boolean isMark(int character) {
        int type = Character.getType(character);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    private static boolean isUnspaced(int character) {
        return switch (Character.UnicodeScript.of(character)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO ->
                Character.isLetterOrDigit(character) || Character.isIdeographic(character);
            default -> false;
        };
    }
}
