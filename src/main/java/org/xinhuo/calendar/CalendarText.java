package org.xinhuo.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Events as iCalendar text (RFC 5545): lines end with CRLF and are folded at 75 octets without cutting a character in
 * two. Each zone that is used is described in a VTIMEZONE.
 */
public final class CalendarText {

    static final String PRODUCT = "-//Xinhuo//Xinhuo 1.0//ZH";

    private static final int LONGEST_LINE = 75;

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final StringBuilder text = new StringBuilder(2000);

    private CalendarText() {}

    /**
     * One event to be mailed. {@link #forAttendee} names the receiver.
     *
     * @param organizerName who invites
     * @param organizerMail where answers go
     */
    public static String message(
            CalendarMethod method, CalendarEvent event, String organizerName, String organizerMail) {
        CalendarText calendar = new CalendarText();
        calendar.open();
        calendar.line("METHOD", method.name());
        calendar.zones(List.of(event));
        calendar.event(event, "ORGANIZER;CN=" + quoted(organizerName) + ":mailto:" + address(organizerMail));
        calendar.line("END", "VCALENDAR");
        return calendar.text.toString();
    }

    /**
     * A message with its receiver: programs offer to accept only to somebody who is named as attendee. Nobody else is
     * named.
     */
    public static String forAttendee(String message, String name, String mail) {
        CalendarText attendee = new CalendarText();
        attendee.fold("ATTENDEE;CN=" + quoted(name)
                + ";CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:" + address(mail));
        return message.replace("END:VEVENT\r\n", attendee.text + "END:VEVENT\r\n");
    }

    /**
     * A calendar to subscribe to: without a method, for nobody is asked anything.
     *
     * @param name what programs call the calendar
     */
    public static String feed(String name, List<CalendarEvent> events) {
        CalendarText calendar = new CalendarText();
        calendar.open();
        calendar.line("NAME", escaped(name));
        calendar.line("X-WR-CALNAME", escaped(name));
        calendar.line("REFRESH-INTERVAL;VALUE=DURATION", "PT1H");
        calendar.line("X-PUBLISHED-TTL", "PT1H");
        calendar.zones(events);
        events.forEach(event -> calendar.event(event, null));
        calendar.line("END", "VCALENDAR");
        return calendar.text.toString();
    }

    private void open() {
        line("BEGIN", "VCALENDAR");
        line("VERSION", "2.0");
        line("PRODID", PRODUCT);
        line("CALSCALE", "GREGORIAN");
    }

    private void zones(List<CalendarEvent> events) {
        Map<String, Instant> earliest = new TreeMap<>();
        events.forEach(event ->
                earliest.merge(event.zone().getId(), event.start(), (one, other) -> one.isBefore(other) ? one : other));
        earliest.forEach((zone, from) -> ZoneText.lines(ZoneId.of(zone), from).forEach(this::fold));
    }

    private void event(CalendarEvent event, @Nullable String organizer) {
        line("BEGIN", "VEVENT");
        line("UID", escaped(event.uid()));
        line("SEQUENCE", Integer.toString(event.sequence()));
        line("DTSTAMP", UTC.format(event.stamp()));
        line("DTSTART;TZID=" + event.zone().getId(), local(event.start(), event.zone()));
        line("DTEND;TZID=" + event.zone().getId(), local(event.end(), event.zone()));
        line("SUMMARY", escaped(event.summary()));
        if (!event.description().isBlank()) {
            line("DESCRIPTION", escaped(event.description()));
        }
        if (event.place() != null) {
            line("LOCATION", escaped(event.place()));
        }
        if (event.url() != null) {
            line("URL", bare(event.url()));
        }
        line("STATUS", event.cancelled() ? "CANCELLED" : "CONFIRMED");
        line("TRANSP", event.cancelled() ? "TRANSPARENT" : "OPAQUE");
        if (organizer != null) {
            fold(organizer);
        }
        line("END", "VEVENT");
    }

    private static String local(Instant at, ZoneId zone) {
        return LOCAL.format(at.atZone(zone));
    }

    private void line(String name, String value) {
        fold(name + ":" + value);
    }

    /** 75 octets a line, the blank that continues it included; a character of several octets stays whole. */
    private void fold(String line) {
        int used = 0;
        for (int index = 0; index < line.length(); ) {
            int character = line.codePointAt(index);
            String one = Character.toString(character);
            int octets = one.getBytes(StandardCharsets.UTF_8).length;
            if (used + octets > LONGEST_LINE) {
                text.append("\r\n ");
                used = 1;
            }
            text.append(one);
            used += octets;
            index += one.length();
        }
        text.append("\r\n");
    }

    private static String escaped(String value) {
        return withoutControls(value.replace("\r\n", "\n").replace('\r', '\n'))
                .replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\n", "\\n");
    }

    /** A parameter's value: nothing in it may end the quotation. */
    private static String quoted(String value) {
        return '"' + bare(value).replace('"', '\'') + '"';
    }

    private static String address(String mail) {
        return bare(mail).replace(" ", "%20");
    }

    private static String bare(String value) {
        return withoutControls(value).replace('\n', ' ').strip();
    }

    private static String withoutControls(String value) {
        return value.replaceAll("[\\p{Cc}&&[^\\n]]", " ");
    }
}
