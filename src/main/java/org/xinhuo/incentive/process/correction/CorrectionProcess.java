package org.xinhuo.incentive.process.correction;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.Refusal;
import org.xinhuo.incentive.correction.CorrectionStart;

/** What the application tells the process of a correction. */
@Component
@Transactional
class CorrectionProcess implements CorrectionStart {

    private final ProcessEngine engine;

    CorrectionProcess(ProcessEngine engine) {
        this.engine = engine;
    }

    /** The rules of the house decide who may, not the engine's grants for its own REST interface. */
    @Override
    public String request(YearMonth period, String reason, boolean asConfirmed) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(MonthCorrectionModel.PERIOD, period.toString());
        variables.put(MonthCorrectionModel.REASON, reason);
        variables.put(
                MonthCorrectionModel.RULES,
                asConfirmed ? MonthCorrectionModel.AS_CONFIRMED : MonthCorrectionModel.CURRENT);
        try {
            return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                    .getCommandExecutorTxRequired()
                    .execute(context -> context.runWithoutAuthorization(() -> engine.getRuntimeService()
                            .startProcessInstanceByKey(MonthCorrectionModel.KEY, variables)
                            .getBusinessKey()));
        } catch (RuntimeException failure) {
            Refusal refusal = Refusal.in(failure);
            throw refusal == null ? failure : refusal;
        }
    }
}
