package org.xinhuo.incentive.process.conversion;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.FormInput;
import org.xinhuo.incentive.conversion.DecideCase;

/** The lecturer or HR answers. */
@Component(ApplicationCaseModel.CONFIRM_CASE)
class ConfirmCaseListener implements TaskListener {

    private final DecideCase decide;

    ConfirmCaseListener(DecideCase decide) {
        this.decide = decide;
    }

    @Override
    public void notify(DelegateTask task) {
        FormInput input = FormInput.of(task);
        decide.decide(
                task.getExecution().getProcessBusinessKey(),
                input.submittedBy(),
                input.flag(ApplicationCaseModel.CONFIRMED),
                input.textOrNull(ApplicationCaseModel.REMARK));
    }
}
