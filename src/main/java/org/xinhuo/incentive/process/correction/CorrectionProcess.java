package org.xinhuo.incentive.process.correction;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.engine.HouseRules;
import org.xinhuo.incentive.correction.CorrectionStart;

/** What the application tells the process of a correction. */
@Component
@Transactional
class CorrectionProcess implements CorrectionStart {

    private final ProcessEngine engine;
    private final HouseRules rules;

    CorrectionProcess(ProcessEngine engine, HouseRules rules) {
        this.engine = engine;
        this.rules = rules;
    }

    @Override
    public String request(YearMonth period, String reason, boolean asConfirmed) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(MonthCorrectionModel.PERIOD, period.toString());
        variables.put(MonthCorrectionModel.REASON, reason);
        variables.put(
                MonthCorrectionModel.RULES,
                asConfirmed ? MonthCorrectionModel.AS_CONFIRMED : MonthCorrectionModel.CURRENT);
        return rules.apply(() -> engine.getRuntimeService()
                .startProcessInstanceByKey(MonthCorrectionModel.KEY, variables)
                .getBusinessKey());
    }
}
