package org.xinhuo.mentoring.process.coaching;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.HouseRules;
import org.xinhuo.mentoring.coaching.CloseCoaching;

/** Ends the coaching: a step when its plan is over, and a listener of the process when it is cut short. */
@Component("closeCoaching")
class CloseCoachingDelegate implements JavaDelegate {

    private final CloseCoaching closeCoaching;
    private final HouseRules rules;

    CloseCoachingDelegate(CloseCoaching closeCoaching, HouseRules rules) {
        this.closeCoaching = closeCoaching;
        this.rules = rules;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String mentorshipId = execution.getProcessBusinessKey();
        if (CoachingModel.CLOSE_COACHING.equals(execution.getCurrentActivityId())) {
            closeCoaching.atPlansEnd(mentorshipId).ifPresent(coachingId -> settle(execution, coachingId));
        } else {
            closeCoaching.cutShort(mentorshipId);
        }
    }

    /** An instance of its own, which outlives whatever becomes of the pair; also for coachings of older models. */
    private void settle(DelegateExecution execution, String coachingId) {
        RuntimeService runtime = execution.getProcessEngineServices().getRuntimeService();
        rules.apply(() -> runtime.startProcessInstanceByKey(CoachingModel.SETTLEMENT, coachingId));
    }
}
