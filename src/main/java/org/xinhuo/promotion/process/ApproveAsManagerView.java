package org.xinhuo.promotion.process;

import org.springframework.stereotype.Component;
import org.xinhuo.base.Texts;
import org.xinhuo.people.Employees;
import org.xinhuo.promotion.DecidePromotion;
import org.xinhuo.promotion.Promotions;

/** The application as the manager sees it. */
@Component
class ApproveAsManagerView extends ApplicationView {

    ApproveAsManagerView(Promotions promotions, DecidePromotion decisions, Employees employees, Texts texts) {
        super(PromotionModel.APPROVE_AS_MANAGER, promotions, decisions, employees, texts);
    }
}
