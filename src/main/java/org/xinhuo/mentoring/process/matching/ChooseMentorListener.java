package org.xinhuo.mentoring.process.matching;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.FormInput;
import org.xinhuo.mentoring.matching.ChooseMentor;

/** The mentee chose. */
@Component(MatchingModel.CHOOSE_MENTOR)
class ChooseMentorListener implements TaskListener {

    private final ChooseMentor chooseMentor;

    ChooseMentorListener(ChooseMentor chooseMentor) {
        this.chooseMentor = chooseMentor;
    }

    @Override
    public void notify(DelegateTask task) {
        FormInput input = FormInput.of(task);
        boolean awaitsCohort = chooseMentor.choose(
                task.getExecution().getProcessBusinessKey(),
                input.submittedBy(),
                input.text(MatchingModel.CHOICE),
                input.textOrNull(MatchingModel.REASON),
                input.has(MatchingModel.HAND_OVER) && input.flag(MatchingModel.HAND_OVER));
        task.getExecution().setVariable(MatchingModel.AWAITS_COHORT, awaitsCohort);
    }
}
