package org.xinhuo.imports;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A cell as it stands in the file.
 *
 * @param text what it says, not trimmed; numbers without separators and exponent
 * @param date the moment, where a spreadsheet marks a number as a date; else null
 */
record RawCell(Nature nature, String text, @Nullable LocalDateTime date) {

    enum Nature {
        TEXT,
        NUMBER,
        DATE,
        /** A spreadsheet computes it; what it shows depends on who opens the file. */
        FORMULA,
        /** Such as {@code #REF!}. */
        ERROR
    }

    static final RawCell EMPTY = text("");

    static RawCell text(String text) {
        return new RawCell(Nature.TEXT, text, null);
    }

    boolean isBlank() {
        return nature == Nature.TEXT && stripped().isEmpty();
    }

    /** Without white space at both ends, the no-break and ideographic spaces of spreadsheets included. */
    String stripped() {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isSpace(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character) || character == '\uFEFF';
    }
}
