package org.xinhuo.incentive.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.incentive.sharing.Share;
import org.xinhuo.incentive.sharing.ShareDeadlines;

/** The instants that the timers of a share wait for, counted from its start and end by {@code share-deadlines}. */
@Component
class ShareInstants {

    private final ShareDeadlines deadlines;
    private final CompanyTime time;

    ShareInstants(ShareDeadlines deadlines, CompanyTime time) {
        this.deadlines = deadlines;
        this.time = time;
    }

    void set(DelegateExecution execution, Share share) {
        ShareDeadlines.Deadlines by = deadlines.decide(share);
        set(execution, SharingModel.CONTENT_REMINDER_AT, reminderAt(share, by.contentReminder()));
        set(execution, SharingModel.CONTENT_DUE_AT, share.contentDueAt());
        set(execution, SharingModel.STARTS_AT, share.startsAt());
        set(execution, SharingModel.ENDS_AT, share.endsAt());
        set(execution, SharingModel.REPORT_REMINDER_AT, share.endsAt().plus(by.reportReminder()));
        set(execution, SharingModel.REPORT_DUE_AT, share.endsAt().plus(by.reportDue()));
        set(execution, SharingModel.REPORT_GIVEN_UP_AT, share.endsAt().plus(by.reportGivenUp()));
    }

    /** A reminder whose time is past already is put behind the start: by then the task is gone, and it never comes. */
    private Instant reminderAt(Share share, Duration lead) {
        Instant before = share.startsAt().minus(lead);
        return before.isAfter(time.now()) ? before : share.startsAt().plus(lead);
    }

    private static void set(DelegateExecution execution, String variable, Instant instant) {
        execution.setVariable(variable, Date.from(instant));
    }
}
