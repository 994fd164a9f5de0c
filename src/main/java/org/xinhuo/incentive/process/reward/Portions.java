package org.xinhuo.incentive.process.reward;

import org.camunda.bpm.engine.delegate.DelegateExecution;

/** How many rewards a step takes in one transaction: its input {@code portion} in the model. */
final class Portions {

    /** Whether the step has to run again: a variable of the model. */
    static final String REWARDS_LEFT = "rewardsLeft";

    private static final String PORTION = "portion";

    private static final int SHIPPED = 50;

    private Portions() {}

    /** All at once where the model asks for no portions: one of before has no way back to this step. */
    static int of(DelegateExecution execution) {
        Object portion = execution.getVariableLocal(PORTION);
        if (portion == null) {
            return Integer.MAX_VALUE;
        }
        try {
            return Math.max(1, Integer.parseInt(portion.toString().strip()));
        } catch (NumberFormatException slip) {
            return SHIPPED;
        }
    }
}
