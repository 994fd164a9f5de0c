package org.xinhuo.mentoring.log;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.xinhuo.mentoring.log.LogAtoms.Atom;
import org.xinhuo.mentoring.log.LogAtoms.Type;

/** Shows where in a text a question was found. */
public final class Highlights {

    /** A text that is not longer is shown whole. */
    private static final int SHORT = 280;

    /** Characters shown before and after a place that was found. */
    private static final int AROUND = 40;

    private static final int MOST_FRAGMENTS = 3;

    private Highlights() {}

    /** A few words in a row, found or not. */
    public record Part(String text, boolean found) {}

    /** A piece of a text. {@code cutBefore} and {@code cutAfter} say that the text goes on there. */
    public record Fragment(List<Part> parts, boolean cutBefore, boolean cutAfter) {

        /** As HTML, everything escaped but the marks. */
        public String html() {
            return (cutBefore ? "…" : "")
                    + parts.stream()
                            .map(part ->
                                    part.found() ? "<mark>" + escaped(part.text()) + "</mark>" : escaped(part.text()))
                            .collect(Collectors.joining())
                    + (cutAfter ? "…" : "");
        }
    }

    /** The whole text, nothing marked; nothing for an empty text. */
    static List<Fragment> whole(String text) {
        return text.isEmpty() ? List.of() : List.of(new Fragment(List.of(new Part(text, false)), false, false));
    }

    /** The text, or up to three pieces of a long one, around what was found. */
    static List<Fragment> of(String text, Set<String> words) {
        BitSet found = found(text, words);
        if (text.length() <= SHORT || found.isEmpty()) {
            int shown = Math.min(text.length(), SHORT);
            return text.isEmpty() ? List.of() : List.of(fragment(text, 0, boundary(text, shown), found));
        }
        List<Fragment> fragments = new ArrayList<>();
        int next = found.nextSetBit(0);
        while (next >= 0 && fragments.size() < MOST_FRAGMENTS) {
            int start = boundary(text, Math.max(0, next - AROUND));
            int end = next;
            // Places close to each other share a piece.
            while (next >= 0 && next <= end + AROUND && next - start < SHORT) {
                end = found.nextClearBit(next);
                next = found.nextSetBit(end);
            }
            int last = boundary(text, Math.min(text.length(), end + AROUND));
            fragments.add(fragment(text, start, last, found));
            next = found.nextSetBit(last);
        }
        return fragments;
    }

    private static BitSet found(String text, Set<String> words) {
        BitSet found = new BitSet(text.length());
        List<Atom> atoms = LogAtoms.of(text, LogWords.SEARCHED);
        for (int index = 0; index < atoms.size(); index++) {
            Atom atom = atoms.get(index);
            if (words.contains(atom.value())) {
                found.set(atom.start(), atom.end());
            }
            Atom next = index + 1 < atoms.size() ? atoms.get(index + 1) : atom;
            if (atom.type() == Type.CHARACTER
                    && next.type() == Type.CHARACTER
                    && next != atom
                    && next.run() == atom.run()
                    && words.contains(atom.value() + next.value())) {
                found.set(atom.start(), next.end());
            }
        }
        return found;
    }

    private static Fragment fragment(String text, int start, int end, BitSet found) {
        List<Part> parts = new ArrayList<>();
        int at = start;
        while (at < end) {
            boolean marked = found.get(at);
            int change = marked ? found.nextClearBit(at) : found.nextSetBit(at);
            int to = change < 0 ? end : Math.min(change, end);
            parts.add(new Part(text.substring(at, to), marked));
            at = to;
        }
        return new Fragment(List.copyOf(parts), start > 0, end < text.length());
    }

    /** Not between the halves of one character. */
    private static int boundary(String text, int index) {
        boolean between = index > 0
                && index < text.length()
                && Character.isLowSurrogate(text.charAt(index))
                && Character.isHighSurrogate(text.charAt(index - 1));
        return between ? index - 1 : index;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
