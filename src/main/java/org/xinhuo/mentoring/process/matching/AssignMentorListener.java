package org.xinhuo.mentoring.process.matching;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.FormInput;
import org.xinhuo.mentoring.matching.AssignMentor;

/** HR named the mentor. */
@Component(MatchingModel.ASSIGN_MENTOR)
class AssignMentorListener implements TaskListener {

    private final AssignMentor assignMentor;

    AssignMentorListener(AssignMentor assignMentor) {
        this.assignMentor = assignMentor;
    }

    @Override
    public void notify(DelegateTask task) {
        FormInput input = FormInput.of(task);
        assignMentor.assign(
                task.getExecution().getProcessBusinessKey(), input.submittedBy(), input.text(MatchingModel.MENTOR_ID));
    }
}
