package org.xinhuo.mentoring.process.coaching;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.mentoring.coaching.FollowPlan;
import org.xinhuo.mentoring.coaching.OpenCoaching;

/** Takes the coaching over to the plan that both have confirmed meanwhile, and sets the instants of its timers anew. */
@Component("followPlan")
class FollowPlanDelegate implements JavaDelegate {

    private final FollowPlan followPlan;
    private final CoachingDuties duties;

    FollowPlanDelegate(FollowPlan followPlan, CoachingDuties duties) {
        this.followPlan = followPlan;
        this.duties = duties;
    }

    @Override
    public void execute(DelegateExecution execution) {
        OpenCoaching.Opened under = followPlan.follow(execution.getProcessBusinessKey());
        duties.begin(execution, under);
    }
}
