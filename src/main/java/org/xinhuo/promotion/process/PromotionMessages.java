package org.xinhuo.promotion.process;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.MessageRights;
import org.xinhuo.promotion.WithdrawPromotion;

/** Who may take an application back by message: the applicant. */
@Component
class PromotionMessages implements MessageRights {

    private final WithdrawPromotion withdrawal;

    PromotionMessages(WithdrawPromotion withdrawal) {
        this.withdrawal = withdrawal;
    }

    @Override
    public Set<String> messages() {
        return Set.of(PromotionModel.WITHDRAWN);
    }

    @Override
    public void check(String message, String businessKey, String personId) {
        withdrawal.expectMay(businessKey, personId);
    }
}
