package org.xinhuo.notification;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One or more notices in words, ready for a channel.
 *
 * @param messageId the same for every attempt
 * @param subject one line without control characters
 * @param notices the oldest first; never empty
 * @param more how many further notices wait in the inbox
 * @param inbox absolute address of the person's notices
 * @param preferences absolute address of where to change what comes
 * @param calendar goes along, or null
 */
record Letter(
        String messageId,
        Recipient to,
        Instant writtenAt,
        String subject,
        List<Line> notices,
        int more,
        String inbox,
        String preferences,
        @Nullable CalendarMail calendar) {

    /**
     * @param at when it was told, on the recipient's clock
     * @param link absolute address of where to act
     * @param buttons further ways with absolute addresses, for this person alone; mostly none
     */
    record Line(String text, String at, String link, List<PersonalLinks.Button> buttons) {}

    Locale locale() {
        return to.locale();
    }
}
