package org.xinhuo.mentoring.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.mentoring.MoveMentorship;

/** No plan came about: the mentorship ends. */
@Component(MentoringModel.STOP_MENTORSHIP)
class StopMentorshipDelegate implements JavaDelegate {

    private final MoveMentorship moveMentorship;

    StopMentorshipDelegate(MoveMentorship moveMentorship) {
        this.moveMentorship = moveMentorship;
    }

    @Override
    public void execute(DelegateExecution execution) {
        moveMentorship.toStopped(execution.getProcessBusinessKey());
    }
}
