package org.xinhuo.mentoring.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.mentoring.MoveMentorship;

/** The pair parts and another mentor is looked for. */
@Component(MentoringModel.RELEASE_MENTOR)
class ReleaseMentorDelegate implements JavaDelegate {

    private final MoveMentorship moveMentorship;

    ReleaseMentorDelegate(MoveMentorship moveMentorship) {
        this.moveMentorship = moveMentorship;
    }

    @Override
    public void execute(DelegateExecution execution) {
        moveMentorship.toMatchingAgain(execution.getProcessBusinessKey());
        execution.removeVariable(MentoringModel.MENTOR_ID);
    }
}
