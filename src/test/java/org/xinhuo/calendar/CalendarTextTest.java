package org.xinhuo.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.jqwik.api.ForAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Events as iCalendar text, read back by another library and by a strict reader of the bytes. */
class CalendarTextTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant START = Instant.parse("2026-03-10T06:00:00Z");

    @Test
    void anInvitationHasEverythingThatProgramsAskFor() throws Exception {
        String text = CalendarText.forAttendee(
                CalendarText.message(
                        CalendarMethod.REQUEST, event("如何做需求访谈", SHANGHAI, START), "薪火", "rota@example.org"),
                "王\"老师\"; x",
                "wang@example.org");

        StrictCalendar strict = StrictCalendar.read(text);
        assertThat(strict.values("METHOD")).containsExactly("REQUEST");
        assertThat(strict.values("UID")).containsExactly("share-1@example.org");
        assertThat(strict.values("SEQUENCE")).containsExactly("3");
        assertThat(strict.values("ORGANIZER")).containsExactly("mailto:rota@example.org");
        assertThat(strict.values("ATTENDEE")).containsExactly("mailto:wang@example.org");
        assertThat(strict.lines()).anyMatch(line -> line.startsWith("ATTENDEE;CN=\"王'老师'; x\";"));
        assertThat(strict.lines()).contains("DTSTART;TZID=Asia/Shanghai:20260310T140000", "TZID:Asia/Shanghai");

        Calendar read = new CalendarBuilder().build(new StringReader(text));
        VEvent event = read.<VEvent>getComponents(Component.VEVENT).get(0);
        assertThat(event.getSummary().getValue()).isEqualTo("如何做需求访谈");
        assertThat(event.<ZonedDateTime>getDateTimeStart().getDate().toInstant())
                .isEqualTo(START);
        assertThat(event.<ZonedDateTime>getDateTimeEnd().getDate().toInstant())
                .isEqualTo(START.plus(Duration.ofMinutes(45)));
        assertThat(event.getProperty(Property.STATUS).orElseThrow().getValue()).isEqualTo("CONFIRMED");
    }

    @Test
    void aFeedHasNoMethodAndNamesNobody() {
        StrictCalendar feed = StrictCalendar.read(CalendarText.feed("我的分享", List.of(event("甲", SHANGHAI, START))));

        assertThat(feed.values("METHOD")).isEmpty();
        assertThat(feed.values("ATTENDEE")).isEmpty();
        assertThat(feed.values("ORGANIZER")).isEmpty();
        assertThat(feed.values("X-WR-CALNAME")).containsExactly("我的分享");
    }

    @Test
    void anEmptyFeedIsStillACalendar() {
        assertThat(StrictCalendar.read(CalendarText.feed("x", List.of())).count("BEGIN:VEVENT"))
                .isZero();
    }

    @Test
    void whatPeopleTypeCannotLeaveItsProperty() throws Exception {
        String nasty = "a;b,c\\d\r\nATTENDEE:mailto:x@y\nEND:VEVENT";
        String text = CalendarText.feed("n", List.of(event(nasty, SHANGHAI, START)));

        assertThat(StrictCalendar.read(text).values("SUMMARY"))
                .containsExactly("a\\;b\\,c\\\\d\\nATTENDEE:mailto:x@y\\nEND:VEVENT");
        VEvent read = new CalendarBuilder()
                .build(new StringReader(text))
                .<VEvent>getComponents(Component.VEVENT)
                .get(0);
        assertThat(read.getSummary().getValue()).isEqualTo("a;b,c\\d\nATTENDEE:mailto:x@y\nEND:VEVENT");
    }

    /** Local times on both sides of a change of the clock, read back with the VTIMEZONE that goes along. */
    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2026-03-28T13:00:00Z",
        "Europe/Berlin, 2026-03-29T12:00:00Z",
        "Europe/Berlin, 2026-10-24T12:00:00Z",
        "Europe/Berlin, 2026-10-26T13:00:00Z",
        "America/New_York, 2026-03-07T19:00:00Z",
        "America/New_York, 2026-03-09T18:00:00Z",
        "America/New_York, 2026-11-02T19:00:00Z",
        "Australia/Sydney, 2026-04-06T04:00:00Z",
        "Asia/Shanghai, 2026-07-01T06:00:00Z",
        "Asia/Kolkata, 2026-07-01T06:00:00Z",
        "UTC, 2026-07-01T06:00:00Z"
    })
    void anInstantIsTheSameOnTheOtherSide(ZoneId zone, Instant start) throws Exception {
        String text = CalendarText.feed("x", List.of(event("甲", zone, start)));
        StrictCalendar.read(text);

        // Under a name that no library knows: the reader has nothing but what the text says.
        String unknown = text.replace(zone.getId(), "Nowhere/" + zone.getId().replace('/', '-'));
        VEvent read = new CalendarBuilder()
                .build(new StringReader(unknown))
                .<VEvent>getComponents(Component.VEVENT)
                .get(0);
        assertThat(read.<ZonedDateTime>getDateTimeStart().getDate().toInstant()).isEqualTo(start);
    }

    @net.jqwik.api.Property(tries = 300)
    void anyTextKeepsTheFormAndComesBack(@ForAll String typed) throws Exception {
        // Half of a pair is no text; U+FFFD is what the reader below takes for a character that folding has cut.
        String summary = "标题" + typed.replaceAll("[\\p{Cs}\uFFFD]", "");
        String text = CalendarText.feed("x", List.of(event(summary, SHANGHAI, START)));

        assertThat(StrictCalendar.read(text).values("SUMMARY")).hasSize(1);
        assertThat(new CalendarBuilder().build(new StringReader(text)).getComponents(Component.VEVENT))
                .hasSize(1);
    }

    private static CalendarEvent event(String summary, ZoneId zone, Instant start) {
        return new CalendarEvent(
                "share-1@example.org",
                3,
                Instant.parse("2026-03-01T00:00:00Z"),
                start,
                start.plus(Duration.ofMinutes(45)),
                zone,
                summary,
                "讲师：王老师",
                "三楼会议室",
                "https://meet.example.org/x",
                false);
    }
}
