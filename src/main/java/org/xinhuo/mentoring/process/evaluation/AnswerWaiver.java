package org.xinhuo.mentoring.process.evaluation;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.ProcessBean;
import org.xinhuo.mentoring.evaluation.WaivableAnswer;
import org.xinhuo.mentoring.evaluation.WaiveAnswer;

/** The message came that one of the two answers is not waited for any more. */
@Component("answerWaiver")
@ProcessBean
public class AnswerWaiver {

    private final WaiveAnswer waiveAnswer;

    AnswerWaiver(WaiveAnswer waiveAnswer) {
        this.waiveAnswer = waiveAnswer;
    }

    /** @param answer self or growth, as the model writes it */
    public void goOnWithout(DelegateExecution execution, String answer) {
        waiveAnswer.goOnWithout(execution.getProcessBusinessKey(), WaivableAnswer.of(answer));
    }
}
