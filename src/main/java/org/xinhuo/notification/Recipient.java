package org.xinhuo.notification;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is to be written to, as of now.
 *
 * @param locale one of the two that there are texts for
 * @param active still works here
 * @param muted channels that this person wants silent
 */
record Recipient(
        String id,
        String name,
        @Nullable String email,
        Locale locale,
        boolean active,
        Set<String> muted,
        Rhythm rhythm) {

    boolean wants(Channel channel) {
        return active && !muted.contains(channel.name()) && channel.reaches(this);
    }
}
