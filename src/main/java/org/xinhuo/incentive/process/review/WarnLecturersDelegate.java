package org.xinhuo.incentive.process.review;

import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.incentive.review.WarnLecturers;
import org.xinhuo.incentive.title.KeepTitles.Cause;

/**
 * Writes the improvement notices and starts their talks in the same transaction; after a correction, calls off those
 * that have lost their ground.
 */
@Component("warnLecturers")
class WarnLecturersDelegate implements JavaDelegate {

    private final WarnLecturers warnLecturers;

    private final CorrectionCause cause;

    private final FinishMonth finishMonth;

    WarnLecturersDelegate(WarnLecturers warnLecturers, CorrectionCause cause, FinishMonth finishMonth) {
        this.finishMonth = finishMonth;
        this.cause = cause;
        this.warnLecturers = warnLecturers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        RuntimeService runtime = execution.getProcessEngineServices().getRuntimeService();
        YearMonth period = YearMonth.parse((String) execution.getVariable(MonthlyReviewModel.PERIOD));
        Optional<Cause> correction = cause.of(execution);
        correction
                .map(one -> warnLecturers.withdraw(period, one.correctionId(), one.reason()))
                .ifPresent(withdrawn -> withdrawn.forEach(
                        notice -> runtime.createMessageCorrelation(ImprovementTalkModel.NOTICE_WITHDRAWN)
                                .processInstanceBusinessKey(notice)
                                .correlateAll()));
        for (String notice :
                warnLecturers.warn(period, correction.map(Cause::correctionId).orElse(null))) {
            runtime.startProcessInstanceByKey(
                    ImprovementTalkModel.KEY, notice, Map.of(ImprovementTalkModel.NOTICE_ID, notice));
        }
        // The last consequence of both models, of older versions too.
        correction.ifPresentOrElse(
                one -> finishMonth.correction(one.correctionId(), period),
                () -> finishMonth.review(execution.getProcessBusinessKey(), period));
    }
}
