package org.xinhuo.incentive.process.correction;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.engine.HouseRules;
import org.xinhuo.incentive.correction.CorrectionStart;
import org.xinhuo.incentive.correction.MonthCorrection.Rules;

/** What the application tells the process of a correction. */
@Component
@Transactional
class CorrectionProcess implements CorrectionStart {

    private final ProcessEngine engine;
    private final HouseRules house;

    CorrectionProcess(ProcessEngine engine, HouseRules house) {
        this.engine = engine;
        this.house = house;
    }

    @Override
    public String request(YearMonth period, String reason, Rules rules) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(MonthCorrectionModel.PERIOD, period.toString());
        variables.put(MonthCorrectionModel.REASON, reason);
        variables.put(MonthCorrectionModel.RULES, rules.code());
        return house.apply(() -> engine.getRuntimeService()
                .startProcessInstanceByKey(MonthCorrectionModel.KEY, variables)
                .getBusinessKey());
    }
}
