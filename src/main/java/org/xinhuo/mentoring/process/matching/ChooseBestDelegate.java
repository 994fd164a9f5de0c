package org.xinhuo.mentoring.process.matching;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.mentoring.matching.ChooseMentor;

/** The mentee kept silent. */
@Component(MatchingModel.CHOOSE_BEST)
class ChooseBestDelegate implements JavaDelegate {

    private final ChooseMentor chooseMentor;

    ChooseBestDelegate(ChooseMentor chooseMentor) {
        this.chooseMentor = chooseMentor;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(MatchingModel.AWAITS_COHORT, chooseMentor.chooseBest(execution.getProcessBusinessKey()));
    }
}
