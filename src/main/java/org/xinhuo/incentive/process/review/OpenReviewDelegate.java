package org.xinhuo.incentive.process.review;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.engine.BusinessKey;
import org.xinhuo.engine.FormField;
import org.xinhuo.engine.FormInput;
import org.xinhuo.engine.RunningInstances;
import org.xinhuo.engine.StartInput;
import org.xinhuo.incentive.review.OpenReview;

/** Checks the start of a review and opens it, or finds the one there is. */
@Component("openReview")
class OpenReviewDelegate implements JavaDelegate {

    private static final FormField PERIOD =
            FormField.text(MonthlyReviewModel.PERIOD, 7).optional();

    private static final Pattern MONTH = Pattern.compile("(19|2\\d)\\d{2}-\\d{2}");

    private final StartInput start;
    private final OpenReview openReview;
    private final CompanyTime time;

    OpenReviewDelegate(StartInput start, OpenReview openReview, CompanyTime time) {
        this.start = start;
        this.openReview = openReview;
        this.time = time;
    }

    @Override
    public void execute(DelegateExecution execution) {
        FormInput input = start.of(execution, PERIOD);
        YearMonth period = period(input.textOrNull(MonthlyReviewModel.PERIOD));
        String wantedKey = BusinessKey.given(execution);
        OpenReview.Opened opened =
                openReview.open(wantedKey, period, input.submittedBy().isEmpty() ? null : input.submittedBy());
        // Whatever key it was started with: what takes a review up carries it on by the review's own.
        if (!opened.reviewId().equals(wantedKey)) {
            execution.setProcessBusinessKey(opened.reviewId());
        }
        execution.setVariable(MonthlyReviewModel.PERIOD, period.toString());
        execution.setVariable(
                MonthlyReviewModel.REVIEW_STATE,
                switch (opened.finding()) {
                    case OPENED -> MonthlyReviewModel.OPENED;
                    case UNDER_WAY -> goingOn(opened, execution, MonthlyReviewModel.OPENED);
                    case UNFINISHED -> goingOn(opened, execution, MonthlyReviewModel.UNFINISHED);
                    case CONFIRMED -> MonthlyReviewModel.CONFIRMED;
                });
    }

    /** Another instance carries the review on; where an administrator has deleted it, this one takes it up. */
    private static String goingOn(OpenReview.Opened opened, DelegateExecution execution, String takenUp) {
        return RunningInstances.anotherCarries(execution, MonthlyReviewModel.KEY, opened.reviewId())
                ? MonthlyReviewModel.UNDER_WAY
                : takenUp;
    }

    private YearMonth period(@Nullable String written) {
        if (written == null) {
            return time.thisMonth().minusMonths(1);
        }
        try {
            if (MONTH.matcher(written).matches()) {
                return YearMonth.parse(written);
            }
        } catch (DateTimeException noSuchMonth) {
            // Refused below, like everything else that is no month.
        }
        throw Refusal.invalid(MonthlyReviewModel.PERIOD, "incentive.notAMonth", written);
    }
}
