package org.xinhuo.mentoring.process.plan;

/** The names that code and the model {@code plan-negotiation} share. */
final class PlanNegotiationModel {

    static final String KEY = "plan-negotiation";

    static final String STATE_NEEDS = "stateNeeds";
    static final String DRAFT_PLAN = "draftPlan";
    static final String REVIEW_PLAN = "reviewPlan";
    static final String CONFIRM_PLAN = "confirmPlan";
    static final String REVISE_PLAN = "revisePlan";
    static final String MEDIATE_PLAN = "mediatePlan";

    /** The mentee's region, an input of the decision tables. */
    static final String REGION = "region";

    /** Whether this round changes the plan in force while the coaching goes on. */
    static final String PLAN_CHANGE = "planChange";

    /** How many versions a round may have before HR mediates. */
    static final String VERSIONS_ALLOWED = "versionsAllowed";

    /** How many versions this round has; the table plan-rounds holds the limit. */
    static final String PLAN_VERSIONS = "planVersions";

    /** The result: {@link #CONFIRMED} or {@link #STOPPED}. */
    static final String PLAN_OUTCOME = "planOutcome";

    static final String CONFIRMED = "confirmed";
    static final String STOPPED = "stopped";

    private PlanNegotiationModel() {}
}
