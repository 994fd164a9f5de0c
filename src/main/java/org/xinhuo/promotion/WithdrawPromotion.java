package org.xinhuo.promotion;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.notification.Notices;
import org.xinhuo.people.Employees;

/** Takes an application back that nobody has decided yet; the employee may apply again. */
@Component
@Transactional
public class WithdrawPromotion {

    private final Promotions promotions;
    private final PromotionTasks tasks;
    private final Employees employees;
    private final Notices notices;
    private final CompanyTime time;

    WithdrawPromotion(
            Promotions promotions, PromotionTasks tasks, Employees employees, Notices notices, CompanyTime time) {
        this.promotions = promotions;
        this.tasks = tasks;
        this.employees = employees;
        this.notices = notices;
        this.time = time;
    }

    /** @throws Refusal for everybody but the applicant, and once it is decided */
    public void withdraw(String promotionId, String person) {
        expectMay(promotionId, person);
        end(promotionId);
    }

    /** The applicant has left the company. */
    public void applicantLeft(String promotionId) {
        end(promotionId);
    }

    /** @throws Refusal for everybody but the applicant, and once it is decided */
    @Transactional(readOnly = true)
    public void expectMay(String promotionId, String person) {
        if (promotionId.indexOf('\0') >= 0) {
            throw Refusal.notFound("promotion.unknown", "");
        }
        Promotion promotion = promotions.get(promotionId);
        if (!promotion.employeeId().equals(person)) {
            throw Refusal.forbidden("promotion.withdrawOwn").about(promotionId, "");
        }
        promotion.expectOpen();
    }

    /** The last step of its process. */
    public void settle(String promotionId) {
        Promotion promotion = promotions.get(promotionId);
        promotion.withdraw(time.now());
        promotions.saveAndFlush(promotion);
        String manager = promotion.managerId();
        if (manager != null) {
            notices.tell(
                    manager,
                    "promotion/" + promotionId + "/withdrawn",
                    "promotion.withdrawn",
                    null,
                    employees.get(promotion.employeeId()).name());
        }
    }

    private void end(String promotionId) {
        if (!tasks.withdraw(promotionId)) {
            settle(promotionId);
        }
    }
}
