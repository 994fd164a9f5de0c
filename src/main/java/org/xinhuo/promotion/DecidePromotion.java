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
    private final CheckEligibility eligibility;
    private final MissingConditions missing;

    DecidePromotion(
            Promotions promotions,
            PromotionApprover approver,
            Employees employees,
            Notices notices,
            CompanyTime time,
            CheckEligibility eligibility,
            MissingConditions missing) {
        this.eligibility = eligibility;
        this.missing = missing;
        this.promotions = promotions;
        this.approver = approver;
        this.employees = employees;
        this.notices = notices;
        this.time = time;
    }

    /**
     * @throws Refusal for an own application, one of an own mentee, a rejection without a reason, or an approval of who
     *     does not qualify any more
     */
    public void answerAsManager(String promotionId, String person, boolean approved, @Nullable String remark) {
        decidable(promotionId, person, approved).managerAnswered(person, approved, remark, time.now());
    }

    /** @throws Refusal as for the manager, and for who has answered as the manager: two people decide */
    public void answerAsHr(String promotionId, String person, boolean approved, @Nullable String remark) {
        decidable(promotionId, person, approved).hrAnswered(person, approved, remark, time.now());
    }

    /** The gate is asked again at every approval: a month may have been confirmed or corrected since. */
    private Promotion decidable(String promotionId, String person, boolean approved) {
        Promotion promotion = promotions.get(promotionId);
        if (approver.isMentorOf(person, promotion.employeeId())) {
            throw Refusal.forbidden("promotion.ownMentee");
        }
        if (approved && !person.equals(promotion.employeeId())) {
            if (hasLeft(promotion)) {
                throw Refusal.invalid("approved", "promotion.applicantLeft");
            }
            Eligibility now = eligibility.of(promotion.employeeId(), promotion.targetRole());
            if (!now.missing().isEmpty()) {
                throw Refusal.invalid(
                        "approved", "promotion.qualifiesNoMore", missing.text(now, promotion.targetRole()));
            }
        }
        return promotion;
    }

    /** What the gate misses of an applicant by now, in words; empty for who still qualifies. */
    @Transactional(readOnly = true)
    public String missingNow(String promotionId) {
        Promotion promotion = promotions.get(promotionId);
        if (hasLeft(promotion)) {
            return missing.applicantLeft();
        }
        return missing.text(
                eligibility.preview(promotion.employeeId(), promotion.targetRole()), promotion.targetRole());
    }

    private boolean hasLeft(Promotion promotion) {
        return !employees.get(promotion.employeeId()).isActiveOn(time.today());
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
