package org.xinhuo.mentoring.process.matching;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.mentoring.matching.AskMentor;

/** The mentor accepted: a pair, if the place is still free. */
@Component(MatchingModel.PAIR_MENTOR)
class PairMentorDelegate implements JavaDelegate {

    private final AskMentor askMentor;

    PairMentorDelegate(AskMentor askMentor) {
        this.askMentor = askMentor;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(MatchingModel.PAIRED, askMentor.pair(execution.getProcessBusinessKey()));
    }
}
