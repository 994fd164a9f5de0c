package org.xinhuo.mentoring.process.coaching;

import java.util.Date;
import java.util.EnumSet;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.mentoring.coaching.Duty;
import org.xinhuo.mentoring.coaching.DutyKind;
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
        execution.setVariable(CoachingModel.COACHING_ENDS_AT, Date.from(under.endsAt()));
        EnumSet.allOf(DutyKind.class).forEach(kind -> execution.setVariable(CoachingModel.next(kind), false));
        for (Duty duty : under.duties()) {
            duties.setInstants(execution, duty);
        }
    }
}
