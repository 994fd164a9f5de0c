package org.xinhuo.incentive.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.xinhuo.incentive.sharing.Share;

/** The instants that the timers of a share wait for, all counted from its start. */
final class ShareInstants {

    private static final Duration REMINDER_LEAD = Duration.ofDays(3);
    private static final Duration REPORT_REMINDER_AFTER = Duration.ofDays(2);
    private static final Duration REPORT_DUE_AFTER = Duration.ofDays(3);
    private static final Duration REPORT_GIVEN_UP_AFTER = Duration.ofDays(7);

    private ShareInstants() {}

    static void set(DelegateExecution execution, Share share, Instant now) {
        set(execution, SharingModel.CONTENT_REMINDER_AT, reminderAt(share, now));
        set(execution, SharingModel.CONTENT_DUE_AT, share.contentDueAt());
        set(execution, SharingModel.STARTS_AT, share.startsAt());
        set(execution, SharingModel.ENDS_AT, share.endsAt());
        set(execution, SharingModel.REPORT_REMINDER_AT, share.endsAt().plus(REPORT_REMINDER_AFTER));
        set(execution, SharingModel.REPORT_DUE_AT, share.endsAt().plus(REPORT_DUE_AFTER));
        set(execution, SharingModel.REPORT_GIVEN_UP_AT, share.endsAt().plus(REPORT_GIVEN_UP_AFTER));
    }

    /** A reminder whose time is past already is put behind the start: by then the task is gone, and it never comes. */
    private static Instant reminderAt(Share share, Instant now) {
        Instant threeDaysBefore = share.startsAt().minus(REMINDER_LEAD);
        return threeDaysBefore.isAfter(now) ? threeDaysBefore : share.startsAt().plus(REMINDER_LEAD);
    }

    private static void set(DelegateExecution execution, String variable, Instant instant) {
        execution.setVariable(variable, Date.from(instant));
    }
}
