package org.xinhuo.incentive.process.review;

import java.time.YearMonth;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.incentive.review.WarnLecturers;

/** Writes the improvement notices and starts their talks in the same transaction. */
@Component("warnLecturers")
class WarnLecturersDelegate implements JavaDelegate {

    private final WarnLecturers warnLecturers;

    WarnLecturersDelegate(WarnLecturers warnLecturers) {
        this.warnLecturers = warnLecturers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        RuntimeService runtime = execution.getProcessEngineServices().getRuntimeService();
        YearMonth period = YearMonth.parse((String) execution.getVariable(MonthlyReviewModel.PERIOD));
        for (String notice : warnLecturers.warn(period)) {
            runtime.startProcessInstanceByKey(
                    ImprovementTalkModel.KEY, notice, Map.of(ImprovementTalkModel.NOTICE_ID, notice));
        }
    }
}
