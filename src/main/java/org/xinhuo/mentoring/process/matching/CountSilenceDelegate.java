package org.xinhuo.mentoring.process.matching;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.mentoring.matching.AskMentor;

/** The mentor who was asked kept silent. */
@Component(MatchingModel.COUNT_SILENCE)
class CountSilenceDelegate implements JavaDelegate {

    private final AskMentor askMentor;

    CountSilenceDelegate(AskMentor askMentor) {
        this.askMentor = askMentor;
    }

    @Override
    public void execute(DelegateExecution execution) {
        askMentor.countSilence(execution.getProcessBusinessKey());
    }
}
