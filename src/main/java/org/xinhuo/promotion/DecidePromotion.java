package org.xinhuo.promotion;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.notification.Notices;
import org.xinhuo.people.Employees;

/** Takes the answers of manager and HR, and closes the application. */
@Component
@Transactional
public class DecidePromotion {

    private final Promotions promotions;
    private final PromotionApprover approver;
    private final Employees employees;
    private final Notices notices;
    private final CompanyTime time;

    DecidePromotion(
            Promotions promotions, PromotionApprover approver, Employees employees, Notices notices, CompanyTime time) {
        this.promotions = promotions;
        this.approver = approver;
        this.employees = employees;
        this.notices = notices;
        this.time = time;
    }

    /** @throws Refusal for an own application, one of an own mentee, or a rejection without a reason */
    public void answerAsManager(String promotionId, String person, boolean approved, @Nullable String remark) {
        decidable(promotionId, person).managerAnswered(person, approved, remark, time.now());
    }

    /** @throws Refusal for an own application, one of an own mentee, or a rejection without a reason */
    public void answerAsHr(String promotionId, String person, boolean approved, @Nullable String remark) {
        decidable(promotionId, person).hrAnswered(person, approved, remark, time.now());
    }

    private Promotion decidable(String promotionId, String person) {
        Promotion promotion = promotions.get(promotionId);
        if (approver.isMentorOf(person, promotion.employeeId())) {
            throw Refusal.forbidden("promotion.ownMentee");
        }
        return promotion;
    }

    public void grant(String promotionId) {
        Promotion promotion = promotions.get(promotionId);
        promotion.close(true, time.now());
        notices.tell(promotion.employeeId(), key(promotion, "granted"), code("promotion.granted", promotion), null);
        String manager = promotion.managerId();
        if (manager != null) {
            notices.tell(
                    manager,
                    key(promotion, "granted"),
                    code("promotion.grantedToReport", promotion),
                    null,
                    employees.get(promotion.employeeId()).name());
        }
    }

    public void reject(String promotionId) {
        Promotion promotion = promotions.get(promotionId);
        promotion.close(false, time.now());
        notices.tell(
                promotion.employeeId(),
                key(promotion, "rejected"),
                code("promotion.rejected", promotion),
                null,
                String.valueOf(promotion.rejectionReason()));
    }

    private static String key(Promotion promotion, String what) {
        return "promotion/" + promotion.id() + "/" + what;
    }

    /** Roles of the product have their own sentence; one that an owner adds to the table is told without its name. */
    private static String code(String prefix, Promotion promotion) {
        return "department-manager".equals(promotion.targetRole().toLowerCase(Locale.ROOT))
                ? prefix + ".department-manager"
                : prefix;
    }
}
