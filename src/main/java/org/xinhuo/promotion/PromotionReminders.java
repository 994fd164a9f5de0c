package org.xinhuo.promotion;

import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.notification.Notices;
import org.xinhuo.people.Employees;
import org.xinhuo.people.Groups;

/** Tells those whose answer to an application is late. */
@Component
@Transactional
public class PromotionReminders {

    private final Promotions promotions;
    private final Employees employees;
    private final Groups groups;
    private final PromotionApprover approver;
    private final Notices notices;

    PromotionReminders(
            Promotions promotions, Employees employees, Groups groups, PromotionApprover approver, Notices notices) {
        this.promotions = promotions;
        this.employees = employees;
        this.groups = groups;
        this.approver = approver;
        this.notices = notices;
    }

    /** The manager, or HR in the manager's place. */
    public void remindManager(String promotionId) {
        Promotion promotion = promotions.get(promotionId);
        String manager = promotion.managerId();
        tell(promotion, manager == null ? groups.members("hr") : List.of(manager), "manager-late", "promotion.waits");
    }

    /** HR hears that the manager does not answer. */
    public void escalateToHr(String promotionId) {
        tell(promotions.get(promotionId), groups.members("hr"), "manager-very-late", "promotion.managerIsLate");
    }

    public void remindHr(String promotionId) {
        tell(promotions.get(promotionId), groups.members("hr"), "hr-late", "promotion.waits");
    }

    private void tell(Promotion promotion, Collection<String> people, String fact, String code) {
        String applicant = employees.get(promotion.employeeId()).name();
        List<String> able = people.stream()
                .filter(person -> !approver.isBarred(promotion.id(), person))
                .toList();
        notices.tell(able, "promotion/" + promotion.id() + "/" + fact, code, "/", applicant);
    }
}
