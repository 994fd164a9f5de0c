package org.xinhuo.incentive.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.engine.FormField;
import org.xinhuo.engine.FormInput;
import org.xinhuo.engine.StartInput;
import org.xinhuo.incentive.sharing.PlanShare;
import org.xinhuo.incentive.sharing.Share;

/** Stores the share that the instance was started for, and leaves ids and instants in the process. */
@Component("planShare")
class PlanShareDelegate implements JavaDelegate {

    private static final String TITLE = "title";
    private static final String MINUTES = "minutes";
    private static final String PLACE = "place";
    private static final String AUDIENCE = "audience";

    private static final Duration REMINDER_LEAD = Duration.ofDays(3);
    private static final Duration REPORT_REMINDER_AFTER = Duration.ofDays(2);
    private static final Duration REPORT_DUE_AFTER = Duration.ofDays(3);
    private static final Duration REPORT_GIVEN_UP_AFTER = Duration.ofDays(7);

    private static final FormField[] START_VARIABLES = {
        FormField.text(SharingModel.LECTURER_ID, 100).optional(),
        FormField.text(TITLE, 200),
        FormField.instant(SharingModel.STARTS_AT),
        FormField.integer(MINUTES, 1, Share.MOST_MINUTES),
        FormField.text(PLACE, 300).optional(),
        FormField.text(AUDIENCE, 1000).optional()
    };

    private final StartInput start;
    private final PlanShare planShare;
    private final CompanyTime time;

    PlanShareDelegate(StartInput start, PlanShare planShare, CompanyTime time) {
        this.start = start;
        this.planShare = planShare;
        this.time = time;
    }

    @Override
    public void execute(DelegateExecution execution) {
        FormInput input = start.of(execution, START_VARIABLES);
        Share share = planShare.plan(
                new PlanShare.Plan(
                        execution.getProcessBusinessKey(),
                        input.textOrNull(SharingModel.LECTURER_ID),
                        input.text(TITLE),
                        input.instant(SharingModel.STARTS_AT),
                        input.integer(MINUTES),
                        input.textOrNull(PLACE),
                        input.textOrNull(AUDIENCE)),
                input.submittedBy().isEmpty() ? null : input.submittedBy());
        execution.setProcessBusinessKey(share.id());
        execution.removeVariables(List.of(TITLE, MINUTES, PLACE, AUDIENCE));
        execution.setVariable(SharingModel.LECTURER_ID, share.lecturerId());
        setInstants(execution, share);
    }

    private void setInstants(DelegateExecution execution, Share share) {
        set(execution, SharingModel.CONTENT_REMINDER_AT, reminderAt(share));
        set(execution, SharingModel.CONTENT_DUE_AT, share.contentDueAt());
        set(execution, SharingModel.STARTS_AT, share.startsAt());
        set(execution, SharingModel.ENDS_AT, share.endsAt());
        set(execution, SharingModel.REPORT_REMINDER_AT, share.endsAt().plus(REPORT_REMINDER_AFTER));
        set(execution, SharingModel.REPORT_DUE_AT, share.endsAt().plus(REPORT_DUE_AFTER));
        set(execution, SharingModel.REPORT_GIVEN_UP_AT, share.endsAt().plus(REPORT_GIVEN_UP_AFTER));
    }

    /** A reminder whose time is past already is put behind the start: by then the task is gone, and it never comes. */
    private Instant reminderAt(Share share) {
        Instant threeDaysBefore = share.startsAt().minus(REMINDER_LEAD);
        return threeDaysBefore.isAfter(time.now())
                ? threeDaysBefore
                : share.startsAt().plus(REMINDER_LEAD);
    }

    private static void set(DelegateExecution execution, String variable, Instant instant) {
        execution.setVariable(variable, Date.from(instant));
    }
}
