package org.xinhuo.mentoring.process.evaluation;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.xinhuo.mentoring.process.stage.ForgottenVariables;

/**
 * What mentee and mentor recommend is not for the other one to read, also where he or she works in HR. Earlier versions
 * kept it in the process and so in its history; at each start whatever is left of that is taken away. The table has been
 * asked by then, and HR's form reads the evaluation.
 */
@Component
class ForgetRecommendations implements SmartInitializingSingleton {

    private final ForgottenVariables forgotten;

    ForgetRecommendations(ForgottenVariables forgotten) {
        this.forgotten = forgotten;
    }

    @Override
    public void afterSingletonsInstantiated() {
        forgotten.forget(EvaluationModel.KEY, EvaluationModel.MENTEE_RECOMMENDATION);
        forgotten.forget(EvaluationModel.KEY, EvaluationModel.MENTOR_RECOMMENDATION);
    }
}
