package org.xinhuo.incentive.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.incentive.sharing.ReportShare;

/** Reminds the lecturer of the report. */
@Component("remindOfReport")
class RemindOfReportDelegate implements JavaDelegate {

    private final ReportShare reportShare;

    RemindOfReportDelegate(ReportShare reportShare) {
        this.reportShare = reportShare;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reportShare.remind(execution.getProcessBusinessKey());
    }
}
