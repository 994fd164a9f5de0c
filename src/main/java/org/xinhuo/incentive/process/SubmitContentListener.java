package org.xinhuo.incentive.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.FormInput;
import org.xinhuo.incentive.sharing.SubmitContent;

/** The lecturer submitted outline and cases. */
@Component("submitContent")
class SubmitContentListener implements TaskListener {

    private final SubmitContent submitContent;

    SubmitContentListener(SubmitContent submitContent) {
        this.submitContent = submitContent;
    }

    @Override
    public void notify(DelegateTask task) {
        FormInput input = FormInput.of(task);
        submitContent.submit(
                task.getExecution().getProcessBusinessKey(), input.text("outline"), input.textOrNull("cases"));
    }
}
