package org.xinhuo.notification;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message under way: this node alone may send it until the lease ends.
 *
 * @param anyTime goes outside of working hours too
 * @param attempt counts from 1; together with the id it tells whose lease it is
 * @param calendar goes along, or null
 */
record Delivery(
        String id,
        String messageId,
        String channel,
        boolean atOnce,
        boolean anyTime,
        int attempt,
        Instant takenAt,
        Recipient to,
        List<Notices.Notice> notices,
        @Nullable CalendarMail calendar) {}
