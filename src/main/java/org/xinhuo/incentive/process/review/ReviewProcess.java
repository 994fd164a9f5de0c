package org.xinhuo.incentive.process.review;

import java.time.YearMonth;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.engine.HouseRules;
import org.xinhuo.incentive.review.ReviewStart;

/** What the application tells the process of a month's review. */
@Component
@Transactional
class ReviewProcess implements ReviewStart {

    private final ProcessEngine engine;
    private final HouseRules rules;

    ReviewProcess(ProcessEngine engine, HouseRules rules) {
        this.engine = engine;
        this.rules = rules;
    }

    @Override
    public void start(YearMonth period) {
        rules.apply(() -> engine.getRuntimeService()
                .startProcessInstanceByKey("monthly-review", Map.of("period", period.toString())));
    }
}
