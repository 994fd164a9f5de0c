package org.xinhuo.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Reads iCalendar text byte by byte as RFC 5545 wants it, apart from any library, and fails at the first slip. */
public final class StrictCalendar {

    private final List<String> lines;

    private StrictCalendar(List<String> lines) {
        this.lines = lines;
    }

    public static StrictCalendar read(String text) {
        assertThat(text).endsWith("\r\n");
        assertThat(text.replace("\r\n", "")).doesNotContain("\r", "\n");
        List<String> unfolded = new ArrayList<>();
        for (String line : text.split("\r\n")) {
            assertThat(line.getBytes(StandardCharsets.UTF_8).length).as(line).isBetween(1, 75);
            assertThat(line).as("a character cut in two").doesNotContain("\uFFFD");
            assertThat(Character.isLowSurrogate(line.charAt(line.length() - 1))
                            || !Character.isHighSurrogate(line.charAt(line.length() - 1)))
                    .isTrue();
            if (line.startsWith(" ")) {
                unfolded.set(unfolded.size() - 1, unfolded.get(unfolded.size() - 1) + line.substring(1));
            } else {
                unfolded.add(line);
            }
        }
        assertThat(unfolded)
                .allSatisfy(line -> assertThat(line).matches("(?s)[A-Z][A-Z-]*(;[A-Z-]+=(\"[^\"]*\"|[^\":;,]+))*:.*"));
        StrictCalendar calendar = new StrictCalendar(unfolded);
        calendar.nested();
        assertThat(calendar.values("VERSION")).containsExactly("2.0");
        assertThat(calendar.values("PRODID")).hasSize(1);
        int events = calendar.count("BEGIN:VEVENT");
        for (String required : List.of("UID", "SEQUENCE", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "STATUS")) {
            assertThat(calendar.insideEvents(required)).as(required).hasSize(events);
        }
        assertThat(calendar.values("DTSTAMP")).allMatch(stamp -> stamp.matches("\\d{8}T\\d{6}Z"));
        return calendar;
    }

    private void nested() {
        Deque<String> open = new ArrayDeque<>();
        for (String line : lines) {
            if (line.startsWith("BEGIN:")) {
                open.push(line.substring(6));
            } else if (line.startsWith("END:")) {
                assertThat(open.pop()).isEqualTo(line.substring(4));
            } else {
                assertThat(open).as(line).isNotEmpty();
            }
        }
        assertThat(open).isEmpty();
        assertThat(lines.get(0)).isEqualTo("BEGIN:VCALENDAR");
    }

    /** The unfolded values of a property, wherever it stands. */
    public List<String> values(String property) {
        return lines.stream()
                .filter(line -> line.startsWith(property + ":") || line.startsWith(property + ";"))
                .map(StrictCalendar::value)
                .toList();
    }

    public List<String> lines() {
        return lines;
    }

    public int count(String line) {
        return (int) lines.stream().filter(line::equals).count();
    }

    private List<String> insideEvents(String property) {
        List<String> found = new ArrayList<>();
        boolean inside = false;
        for (String line : lines) {
            inside = line.equals("BEGIN:VEVENT") || inside && !line.equals("END:VEVENT");
            if (inside && (line.startsWith(property + ":") || line.startsWith(property + ";"))) {
                found.add(line);
            }
        }
        return found;
    }

    private static String value(String line) {
        boolean quoted = false;
        for (int index = 0; index < line.length(); index++) {
            if (line.charAt(index) == '"') {
                quoted = !quoted;
            } else if (line.charAt(index) == ':' && !quoted) {
                return line.substring(index + 1);
            }
        }
        return "";
    }
}
