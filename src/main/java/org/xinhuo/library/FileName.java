package org.xinhuo.library;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A file's name as people gave it, without what would deceive or harm: no path before it, no control characters, no
 * characters that turn the direction of writing or cannot be seen, composed (NFC), and as long as Windows and macOS allow:
 * 255 characters of UTF-16. Never a path of ours, so that the shorter names of other systems do not matter.
 *
 * @param value never empty
 */
record FileName(String value) {

    private static final int LONGEST = 255;
    private static final int LONGEST_EXTENSION = 16;
    private static final String ASCII = "[\\x20-\\x7e&&[^\"%\\\\]]";

    /** @return null where nothing is left of the name */
    static @Nullable FileName of(@Nullable String given) {
        if (given == null) {
            return null;
        }
        String name = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        String clean = clean(name);
        // Windows drops them when it saves, and ".exe ." would become ".exe".
        clean = clean.replaceAll("[\\s.]+$", "").strip();
        return clean.isEmpty() ? null : new FileName(shortened(clean));
    }

    /** The same care for a title, on one line. */
    static String clean(String text) {
        StringBuilder clean = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .filter(FileName::isHarmless)
                .forEach(clean::appendCodePoint);
        return clean.toString().strip();
    }

    private static boolean isHarmless(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            // Among them the marks of direction. The joiners belong to emoji and to the writing of some languages.
            case Character.FORMAT -> letter == 0x200C || letter == 0x200D;
            default -> true;
        };
    }

    /** Cut in the middle of nothing: before the extension, between characters. */
    private static String shortened(String name) {
        if (name.length() <= LONGEST) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        boolean keeps = dot > 0 && name.length() - dot <= LONGEST_EXTENSION;
        String end = keeps ? name.substring(dot) : "";
        String stem = keeps ? name.substring(0, dot) : name;
        int room = LONGEST - end.length();
        // Half a character is none.
        int cut = Character.isHighSurrogate(stem.charAt(room - 1)) ? room - 1 : room;
        return stem.substring(0, cut).strip() + end;
    }

    /** What stands after the last dot, in lower case; empty where there is none. */
    String extension() {
        int dot = value.lastIndexOf('.');
        return dot < 0 ? "" : value.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** Without the extension, as a title. */
    String stem() {
        int dot = value.lastIndexOf('.');
        return dot <= 0 ? value : value.substring(0, dot);
    }

    /** For {@code Content-Disposition} (RFC 6266): the name in ASCII for old readers, and in UTF-8 (RFC 5987). */
    String disposition() {
        StringBuilder plain = new StringBuilder();
        StringBuilder encoded = new StringBuilder();
        value.codePoints().forEach(letter -> {
            String text = Character.toString(letter);
            plain.append(text.matches(ASCII) ? text : "_");
            for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
                encoded.append(
                        (one >= 'a' && one <= 'z')
                                        || (one >= 'A' && one <= 'Z')
                                        || (one >= '0' && one <= '9')
                                        || one == '.'
                                        || one == '-'
                                        || one == '_'
                                ? String.valueOf((char) one)
                                : String.format(Locale.ROOT, "%%%02X", one & 0xff));
            }
        });
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
    }
}
