package org.xinhuo.incentive.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.FormInput;
import org.xinhuo.incentive.sharing.ReportShare;

/** The lecturer reported the share; whether it was held, or people attended all the same, is the gateway's answer. */
@Component("reportShare")
class ReportShareListener implements TaskListener {

    private final ReportShare reportShare;

    ReportShareListener(ReportShare reportShare) {
        this.reportShare = reportShare;
    }

    @Override
    public void notify(DelegateTask task) {
        FormInput input = FormInput.of(task);
        ReportShare.Reported reported = reportShare.report(
                task.getExecution().getProcessBusinessKey(),
                input.has("heldAt") ? input.instant("heldAt") : null,
                input.integer("minutes"));
        task.getExecution().setVariable(SharingModel.HELD, reported.held());
        task.getExecution().setVariable(SharingModel.RATING_GOES_ON, reported.attended());
    }
}
