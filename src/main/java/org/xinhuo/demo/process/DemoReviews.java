package org.xinhuo.demo.process;

import java.time.YearMonth;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The months of the demo's lecturers: the older ones confirmed and rewarded, the last one waiting for HR. */
@Component
public class DemoReviews {

    private static final String PROCESS = "monthly-review";

    private final DemoTasks tasks;

    DemoReviews(DemoTasks tasks) {
        this.tasks = tasks;
    }

    /** Reviews a month to its end; earlier months come first, because titles count months in a row. */
    public void confirmed(YearMonth period, String hrId) {
        String id = open(period);
        tasks.completeAs(hrId, id, "confirmResults", Map.of("confirmed", true));
        tasks.runSteps(PROCESS, id);
    }

    /** Approves every reward that waits for it. */
    public void rewarded(String hrId) {
        tasks.completeAllAs(hrId, "approveReward", Map.of("approved", true));
    }

    /** Reviews a month as far as HR's answer. */
    public void waiting(YearMonth period) {
        open(period);
    }

    private String open(YearMonth period) {
        String id = "demo-review-" + period;
        tasks.start(PROCESS, id, Map.of("period", period.toString()));
        tasks.runSteps(PROCESS, id);
        return id;
    }
}
