package org.xinhuo.promotion;

/** What the application tells the process of an application for a promotion. */
public interface PromotionTasks {

    /**
     * The applicant has taken the application back: nobody is asked any more.
     *
     * @return whether the process closes the application with its last step; one that runs by an older model cannot, and
     *     is ended without
     */
    boolean withdraw(String promotionId);
}
