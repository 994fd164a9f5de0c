package org.xinhuo.incentive.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.incentive.sharing.ReportShare;

/** Nobody reported the share. */
@Component("markNotReported")
class MarkNotReportedDelegate implements JavaDelegate {

    private final ReportShare reportShare;

    MarkNotReportedDelegate(ReportShare reportShare) {
        this.reportShare = reportShare;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reportShare.giveUp(execution.getProcessBusinessKey());
    }
}
