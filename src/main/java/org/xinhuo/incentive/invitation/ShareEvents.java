package org.xinhuo.incentive.invitation;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.xinhuo.base.Texts;
import org.xinhuo.calendar.CalendarEvent;
import org.xinhuo.calendar.CalendarMethod;
import org.xinhuo.calendar.CalendarText;
import org.xinhuo.incentive.sharing.Share;
import org.xinhuo.notification.CalendarMail;
import org.xinhuo.people.Employee;

/** A share as calendars of other programs know it. */
@Component
class ShareEvents {

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s，。；）)]+");

    private static final Pattern MAILBOX = Pattern.compile("(?:\"?([^\"<]*?)\"?\\s*<([^<>\\s]+)>|(\\S+))");

    private final Texts texts;
    private final String domain;
    private final String organizerName;
    private final String organizerMail;
    private final String root;

    ShareEvents(
            Texts texts,
            @Value("${xinhuo.calendar.domain}") String domain,
            @Value("${xinhuo.calendar.organizer}") String organizer,
            @Value("${xinhuo.base-url}") String baseUrl) {
        Matcher mailbox = MAILBOX.matcher(organizer.strip());
        if (!mailbox.matches()) {
            throw new IllegalStateException("xinhuo.calendar.organizer is no mail address: " + organizer);
        }
        this.texts = texts;
        this.domain = domain.strip();
        this.organizerMail = mailbox.group(3) == null ? mailbox.group(2) : mailbox.group(3);
        this.organizerName = mailbox.group(1) == null || mailbox.group(1).isBlank()
                ? organizerMail
                : mailbox.group(1).strip();
        this.root = baseUrl.strip().replaceAll("/+$", "");
    }

    CalendarMail mail(CalendarMethod method, Share share, Employee lecturer, Instant now, boolean anyTime) {
        return new CalendarMail(
                method,
                message(method, share, lecturer, now, Locale.SIMPLIFIED_CHINESE),
                message(method, share, lecturer, now, Locale.ENGLISH),
                anyTime);
    }

    private String message(CalendarMethod method, Share share, Employee lecturer, Instant now, Locale locale) {
        return CalendarText.message(
                method,
                event(
                        share.id(),
                        share.calendarSequence(),
                        now,
                        share.startsAt(),
                        share.endsAt(),
                        lecturer.timeZone(),
                        share.title(),
                        lecturer.name(),
                        share.place(),
                        method == CalendarMethod.CANCEL,
                        locale),
                organizerName,
                organizerMail);
    }

    CalendarEvent event(
            String shareId,
            int sequence,
            Instant stamp,
            Instant start,
            Instant end,
            ZoneId zone,
            String title,
            String lecturerName,
            @Nullable String place,
            boolean cancelled,
            Locale locale) {
        return new CalendarEvent(
                "share-" + shareId + "@" + domain,
                sequence,
                stamp,
                start,
                end,
                zone,
                title,
                texts.text(locale, "rota.event.description", lecturerName, root + "/rota"),
                place == null || place.isBlank() ? null : place,
                address(place),
                cancelled);
    }

    private static @Nullable String address(@Nullable String place) {
        if (place == null) {
            return null;
        }
        Matcher found = ADDRESS.matcher(place);
        return found.find() ? found.group() : null;
    }
}
