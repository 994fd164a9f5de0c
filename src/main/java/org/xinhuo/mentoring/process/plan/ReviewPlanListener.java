package org.xinhuo.mentoring.process.plan;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.FormInput;
import org.xinhuo.mentoring.plan.AnswerPlan;

/** The mentee's answer arrives. */
@Component("reviewPlan")
class ReviewPlanListener implements TaskListener {

    private final AnswerPlan answerPlan;

    ReviewPlanListener(AnswerPlan answerPlan) {
        this.answerPlan = answerPlan;
    }

    @Override
    public void notify(DelegateTask task) {
        FormInput input = FormInput.of(task);
        answerPlan.asMentee(
                task.getExecution().getProcessBusinessKey(),
                input.submittedBy(),
                SubmittedPlan.answer(input, "agreed"));
    }
}
