package org.xinhuo.mentoring.process.plan;

import org.springframework.stereotype.Component;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.engine.Decisions;
import org.xinhuo.engine.ProcessBean;
import org.xinhuo.mentoring.process.stage.StageDeadlines;

/** How long each task of plan-negotiation may take, by the decision table plan-deadlines. */
@Component("planDeadlines")
@ProcessBean
public class PlanDeadlines extends StageDeadlines {

    PlanDeadlines(Decisions decisions, CompanyTime time) {
        super("plan-deadlines", decisions, time);
    }

    @Override
    protected Deadline shipped(String task) {
        return Deadline.days(5, 5, 8);
    }
}
