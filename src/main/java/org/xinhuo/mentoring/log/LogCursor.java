package org.xinhuo.mentoring.log;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xinhuo.base.Refusal;

/**
 * Where the next page begins: after an entry, by the time of entries or by the rank of what a search found. Callers pass
 * it on unread.
 */
record LogCursor(String place, long id) {

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");
    private static final Pattern FORM = Pattern.compile("([^|]{1,64})\\|(\\d{1,18})");

    static LogCursor after(Instant at, long id) {
        return new LogCursor(at.toString(), id);
    }

    static LogCursor after(double rank, long id) {
        return new LogCursor(Double.toString(rank), id);
    }

    /** @throws Refusal where it is none of ours */
    static LogCursor read(String written) {
        try {
            Matcher form = FORM.matcher(new String(Base64.getUrlDecoder().decode(written), StandardCharsets.UTF_8));
            if (form.matches()) {
                return new LogCursor(form.group(1), Long.parseLong(form.group(2)));
            }
        } catch (IllegalArgumentException notOurs) {
            throw unknown();
        }
        throw unknown();
    }

    String written() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((place + "|" + id).getBytes(StandardCharsets.UTF_8));
    }

    Instant at() {
        try {
            Instant at = Instant.parse(place);
            // What the database cannot count to was never a place in a log.
            if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
                throw unknown();
            }
            return at;
        } catch (DateTimeException ofASearch) {
            throw unknown();
        }
    }

    double rank() {
        try {
            return Double.parseDouble(place);
        } catch (NumberFormatException ofNoSearch) {
            throw unknown();
        }
    }

    private static Refusal unknown() {
        return Refusal.invalid("cursor", "mentoring.log.unknownCursor");
    }
}
