package org.xinhuo.mentoring.plan;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.mentoring.log.CoachingLog;
import org.xinhuo.mentoring.log.LogKind;
import org.xinhuo.mentoring.log.NewEntry;
import org.xinhuo.mentoring.rights.MentoringAction;
import org.xinhuo.mentoring.rights.MentoringRights;

/** The mentee says what he or she wants to learn. */
@Component
public class StateNeeds {

    private final MentoringRights rights;
    private final Plans plans;
    private final CoachingLog log;
    private final CompanyTime time;

    StateNeeds(MentoringRights rights, Plans plans, CoachingLog log, CompanyTime time) {
        this.rights = rights;
        this.plans = plans;
        this.log = log;
        this.time = time;
    }

    @Transactional
    public void state(String mentorshipId, String personId, String needs) {
        rights.check(personId, mentorshipId, MentoringAction.STATE_NEEDS);
        Plan plan = plans.newest(mentorshipId);
        plan.stateNeeds(needs, time.now());
        plans.saveAndFlush(plan);
        log.record(NewEntry.of(mentorshipId, LogKind.PLAN, personId, needs)
                .source("needs/" + plan.id())
                .headline("mentoring.log.needs"));
    }
}
