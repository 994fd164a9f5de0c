package org.xinhuo.mentoring.process.matching;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.mentoring.matching.AskMentor;

/** Asks the next mentor of the shortlist. */
@Component(MatchingModel.ASK_MENTOR)
class AskMentorDelegate implements JavaDelegate {

    private final AskMentor askMentor;

    AskMentorDelegate(AskMentor askMentor) {
        this.askMentor = askMentor;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(MatchingModel.MENTOR_ID, askMentor.askNext(execution.getProcessBusinessKey()));
    }
}
