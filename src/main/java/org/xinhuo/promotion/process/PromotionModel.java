package org.xinhuo.promotion.process;

/** The names that code and the model {@code promotion} share. */
final class PromotionModel {

    static final String KEY = "promotion";

    static final String APPROVE_AS_MANAGER = "approveAsManager";
    static final String APPROVE_AS_HR = "approveAsHr";

    /** The message that the applicant has taken the application back. */
    static final String WITHDRAWN = "promotion.withdrawn";

    /** Who wants to be promoted. */
    static final String EMPLOYEE_ID = "employeeId";

    /** The role applied for; an input of the decision {@code promotion-eligibility}. */
    static final String TARGET_ROLE = "targetRole";

    private PromotionModel() {}
}
