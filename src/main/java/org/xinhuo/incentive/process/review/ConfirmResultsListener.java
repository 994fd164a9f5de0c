package org.xinhuo.incentive.process.review;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.FormInput;
import org.xinhuo.incentive.review.ConfirmResults;

/** HR's answer to the results arrives. */
@Component("confirmResults")
class ConfirmResultsListener implements TaskListener {

    private final ConfirmResults confirmResults;

    ConfirmResultsListener(ConfirmResults confirmResults) {
        this.confirmResults = confirmResults;
    }

    @Override
    public void notify(DelegateTask task) {
        FormInput input = FormInput.of(task);
        confirmResults.answer(
                task.getExecution().getProcessBusinessKey(),
                input.submittedBy(),
                input.flag("confirmed"),
                input.textOrNull("remark"));
    }
}
