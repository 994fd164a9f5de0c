package org.xinhuo.promotion.process;

import org.springframework.stereotype.Component;
import org.xinhuo.base.Texts;
import org.xinhuo.people.Employees;
import org.xinhuo.promotion.DecidePromotion;
import org.xinhuo.promotion.Promotions;

/** The application as HR sees it. */
@Component
class ApproveAsHrView extends ApplicationView {

    ApproveAsHrView(Promotions promotions, DecidePromotion decisions, Employees employees, Texts texts) {
        super(PromotionModel.APPROVE_AS_HR, promotions, decisions, employees, texts);
    }
}
