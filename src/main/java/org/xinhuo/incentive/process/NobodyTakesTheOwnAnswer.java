package org.xinhuo.incentive.process;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.xinhuo.base.Refusal;
import org.xinhuo.engine.BarredFromTasks;
import org.xinhuo.incentive.correction.CorrectMonth;
import org.xinhuo.incentive.reward.RewardLedger;

/**
 * Keeps who is also of HR from claiming what somebody else has to answer: the correction that he or she requested or
 * that changes the own result, and the own reward. Claimed, it would be out of sight of those who may.
 */
@Component
class NobodyTakesTheOwnAnswer implements BarredFromTasks {

    private static final String CONFIRM_CORRECTION = "month-correction/confirmCorrection";
    private static final String APPROVE_REWARD = "reward/approveReward";

    private final CorrectMonth corrections;
    private final RewardLedger ledger;

    NobodyTakesTheOwnAnswer(CorrectMonth corrections, RewardLedger ledger) {
        this.corrections = corrections;
        this.ledger = ledger;
    }

    @Override
    public boolean isBarred(String process, String task, String businessKey, String personId) {
        return why(process, task, businessKey, personId).isPresent();
    }

    @Override
    public Optional<Refusal> why(String process, String task, String businessKey, String personId) {
        return switch (process + "/" + task) {
            case CONFIRM_CORRECTION -> corrections.ownCase(businessKey, personId);
            case APPROVE_REWARD ->
                ledger.find(businessKey)
                        .filter(entry -> entry.employeeId().equals(personId))
                        .map(own -> Refusal.forbidden("incentive.ownReward"));
            default -> Optional.empty();
        };
    }
}
