package org.xinhuo.notification;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.xinhuo.base.ReaderTime;
import org.xinhuo.notification.Notices.Notice;

/** What is put into the sentence of a notice, as its reader writes it. */
final class NoticeWords {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private NoticeWords() {}

    /** A day is kept as 2026-12-05 and told as Dec 5, 2026 or 2026年12月5日, whichever the reader writes. */
    static Object[] of(Notice notice, ReaderTime time) {
        return notice.arguments().stream()
                .map(argument ->
                        argument instanceof String text && DAY.matcher(text).matches() ? day(text, time) : argument)
                .toArray();
    }

    private static String day(String text, ReaderTime time) {
        try {
            return time.day(LocalDate.parse(text));
        } catch (DateTimeException noDay) {
            return text;
        }
    }
}
