package org.xinhuo.mentoring.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.mentoring.MoveMentorship;

/** The mentee has learned what was to be learned. */
@Component(MentoringModel.GRADUATE_MENTEE)
class GraduateMenteeDelegate implements JavaDelegate {

    private final MoveMentorship moveMentorship;

    GraduateMenteeDelegate(MoveMentorship moveMentorship) {
        this.moveMentorship = moveMentorship;
    }

    @Override
    public void execute(DelegateExecution execution) {
        moveMentorship.toGraduated(execution.getProcessBusinessKey());
    }
}
