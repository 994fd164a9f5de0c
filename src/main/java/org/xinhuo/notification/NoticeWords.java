package org.xinhuo.notification;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xinhuo.base.Money;
import org.xinhuo.base.ReaderTime;
import org.xinhuo.base.Texts;
import org.xinhuo.notification.Notices.Notice;

/** What is put into the sentence of a notice, as its reader writes it. */
final class NoticeWords {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern MINUTE = Pattern.compile("(\\d{4}-\\d{2}-\\d{2}) (\\d{2}:\\d{2})");
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
    private static final Pattern AMOUNT = Pattern.compile("-?\\d{4,15}\\.\\d{2}");

    private NoticeWords() {}

    /**
     * A minute is kept as 2026-12-05 14:00, on the clock it was told by; its day is told as every day. A day is kept as
     * 2026-12-05 and told as Dec 5, 2026 or 2026年12月5日, whichever the reader writes; a month is kept
     * as 2026-12 and told as December 2026 or 2026年12月. An amount is kept as 12800.00 and told as 12,800.00.
     */
    static Object[] of(Notice notice, ReaderTime time, Texts texts) {
        return notice.arguments().stream()
                .map(argument -> argument instanceof String text ? words(text, time, texts) : argument)
                .toArray();
    }

    private static String words(String text, ReaderTime time, Texts texts) {
        try {
            if (DAY.matcher(text).matches()) {
                return time.day(LocalDate.parse(text));
            }
            Matcher minute = MINUTE.matcher(text);
            if (minute.matches()) {
                return time.day(LocalDate.parse(minute.group(1))) + " " + minute.group(2);
            }
            if (AMOUNT.matcher(text).matches()) {
                return Money.of(new BigDecimal(text));
            }
            return MONTH.matcher(text).matches() ? texts.month(time.locale(), YearMonth.parse(text)) : text;
        } catch (DateTimeException neither) {
            return text;
        }
    }
}
