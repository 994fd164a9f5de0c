package org.xinhuo.promotion.process;

import org.springframework.stereotype.Component;
import org.xinhuo.engine.BarredFromJobs;
import org.xinhuo.promotion.Promotions;

/** Keeps an applicant who is also of HR, or an administrator, from firing the timers of the own application. */
@Component
class ApplicantsFireNoTimers implements BarredFromJobs {

    private final Promotions promotions;

    ApplicantsFireNoTimers(Promotions promotions) {
        this.promotions = promotions;
    }

    @Override
    public boolean isBarred(String process, String businessKey, String personId) {
        return PromotionModel.KEY.equals(process)
                && promotions
                        .findById(businessKey)
                        .filter(promotion -> promotion.employeeId().equals(personId))
                        .isPresent();
    }
}
