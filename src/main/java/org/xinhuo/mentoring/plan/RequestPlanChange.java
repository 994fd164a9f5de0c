package org.xinhuo.mentoring.plan;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.log.CoachingLog;
import org.xinhuo.mentoring.log.LogKind;
import org.xinhuo.mentoring.log.NewEntry;
import org.xinhuo.mentoring.rights.MentoringAction;
import org.xinhuo.mentoring.rights.MentoringRights;

/** Either side wants the plan in force changed. It holds until both have confirmed another version. */
@Component
@Transactional
public class RequestPlanChange {

    private final MentoringRights rights;
    private final Plans plans;
    private final CoachingLog log;

    RequestPlanChange(MentoringRights rights, Plans plans, CoachingLog log) {
        this.rights = rights;
        this.plans = plans;
        this.log = log;
    }

    /** @throws Refusal where somebody else than the pair asks, no plan is in force, or a change is under way already */
    public void check(String mentorshipId, String personId) {
        rights.check(personId, mentorshipId, MentoringAction.REQUEST_PLAN_CHANGE);
        if (plans.confirmed(mentorshipId).isEmpty()) {
            throw Refusal.conflict("mentoring.plan.none", mentorshipId);
        }
        if (plans.newest(mentorshipId).state() == Plan.State.NEGOTIATING) {
            throw Refusal.conflict("mentoring.plan.changeUnderWay");
        }
    }

    /** Keeps who asked and for what, with the round that the process has just opened. */
    public void record(String mentorshipId, String personId, String request) {
        Plan plan = plans.newest(mentorshipId);
        if (!plan.isChange()) {
            throw Refusal.conflict("mentoring.plan.changeUnderWay");
        }
        plan.request(personId, request);
        plans.saveAndFlush(plan);
        log.record(NewEntry.of(mentorshipId, LogKind.PLAN, personId, request)
                .source("change/" + plan.id())
                .headline("mentoring.log.planChangeAsked"));
    }
}
