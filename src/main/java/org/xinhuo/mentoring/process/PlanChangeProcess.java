package org.xinhuo.mentoring.process;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.plan.RequestPlanChange;
import org.xinhuo.mentoring.rights.MentoringAction;

/** What the application tells the process coaching about its plan. */
@Component
@Transactional
public class PlanChangeProcess {

    /** Waited for by coaching while a plan is in force; brings no values along. */
    static final String MESSAGE = "mentoring.planChangeRequested";

    private static final String MEDIATE_PLAN = "mediatePlan";

    private final MentoringProcess mentoring;
    private final RequestPlanChange requestPlanChange;

    PlanChangeProcess(MentoringProcess mentoring, RequestPlanChange requestPlanChange) {
        this.mentoring = mentoring;
        this.requestPlanChange = requestPlanChange;
    }

    /**
     * Reopens consent to the plan in force, which holds until both have confirmed another version.
     *
     * @param personId who asks: one of the pair
     * @param request what should change
     * @throws Refusal for anybody else, while the mentorship is not in coaching, and where a change is under way already
     */
    public void request(String mentorshipId, String personId, String request) {
        requestPlanChange.check(mentorshipId, personId);
        mentoring.tell(mentorshipId, personId, MentoringAction.REQUEST_PLAN_CHANGE, MESSAGE);
        requestPlanChange.record(mentorshipId, personId, request);
    }

    /** Whether HR is asked now how the pair comes to a plan. */
    @Transactional(readOnly = true)
    public boolean isMediated(String mentorshipId) {
        return mentoring.isOpen(mentorshipId, MEDIATE_PLAN);
    }
}
