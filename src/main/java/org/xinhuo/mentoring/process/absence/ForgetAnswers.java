package org.xinhuo.mentoring.process.absence;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.xinhuo.mentoring.process.stage.ForgottenVariables;

/**
 * What the two of a silent pair answer is nobody's to read. Earlier versions kept it in the process and so in its history;
 * at each start whatever is left of that is taken away.
 */
@Component
class ForgetAnswers implements SmartInitializingSingleton {

    private final ForgottenVariables forgotten;

    ForgetAnswers(ForgottenVariables forgotten) {
        this.forgotten = forgotten;
    }

    @Override
    public void afterSingletonsInstantiated() {
        forgotten.forget(AbsenceModel.KEY, AbsenceModel.ANSWER);
    }
}
