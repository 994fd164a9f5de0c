package org.xinhuo.mentoring.plan;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;

/** The mentee says what he or she wants to learn. */
@Component
public class StateNeeds {

    private final Plans plans;
    private final CompanyTime time;

    StateNeeds(Plans plans, CompanyTime time) {
        this.plans = plans;
        this.time = time;
    }

    @Transactional
    public void state(String mentorshipId, String personId, String needs) {
        Plan plan = plans.newest(mentorshipId);
        plan.expectMentee(personId);
        plan.stateNeeds(needs, time.now());
        plans.saveAndFlush(plan);
    }
}
