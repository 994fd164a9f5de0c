package org.xinhuo.incentive.process.correction;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.FormInput;
import org.xinhuo.incentive.correction.CorrectMonth;

/** The second person's answer to the correction arrives. */
@Component("confirmCorrection")
class ConfirmCorrectionListener implements TaskListener {

    private final CorrectMonth correctMonth;

    ConfirmCorrectionListener(CorrectMonth correctMonth) {
        this.correctMonth = correctMonth;
    }

    @Override
    public void notify(DelegateTask task) {
        FormInput input = FormInput.of(task);
        correctMonth.answer(
                task.getExecution().getProcessBusinessKey(),
                input.submittedBy(),
                input.flag(MonthCorrectionModel.CONFIRMED),
                input.textOrNull("remark"));
    }
}
