package org.xinhuo.notification;

import java.util.Locale;
import org.xinhuo.calendar.CalendarMethod;

/**
 * An iCalendar message that goes along with a notice.
 *
 * @param chinese the text for those who read Chinese, without an attendee
 * @param english for everybody else
 * @param anyTime is mailed outside of working hours too
 */
public record CalendarMail(CalendarMethod method, String chinese, String english, boolean anyTime) {

    String text(Locale locale) {
        return "zh".equals(locale.getLanguage()) ? chinese : english;
    }
}
