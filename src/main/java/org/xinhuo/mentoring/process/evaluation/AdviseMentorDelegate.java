package org.xinhuo.mentoring.process.evaluation;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.mentoring.evaluation.AdviseMentor;

/** Judges the advice of the last evaluation and gives the mentor that of this one. */
@Component("adviseMentor")
class AdviseMentorDelegate implements JavaDelegate {

    private final AdviseMentor adviseMentor;

    AdviseMentorDelegate(AdviseMentor adviseMentor) {
        this.adviseMentor = adviseMentor;
    }

    @Override
    public void execute(DelegateExecution execution) {
        adviseMentor.advise(execution.getProcessBusinessKey());
    }
}
