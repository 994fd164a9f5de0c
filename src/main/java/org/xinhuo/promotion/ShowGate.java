package org.xinhuo.promotion;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.people.Employee;
import org.xinhuo.people.Employees;
import org.xinhuo.people.Groups;

/** Says before anybody applies how the gate would answer: every condition, what is needed and what there is. */
@Component
@Transactional(readOnly = true)
public class ShowGate {

    private static final Set<String> READ_EVERYBODYS = Set.of("hr", "auditor", "camunda-admin");

    private static final Set<String> APPLY_FOR_ANYBODY = Set.of("hr", "camunda-admin");

    private final PromotionRoles roles;
    private final CheckEligibility eligibility;
    private final MissingConditions missing;
    private final Promotions promotions;
    private final Employees employees;
    private final Groups groups;
    private final CompanyTime time;

    ShowGate(
            PromotionRoles roles,
            CheckEligibility eligibility,
            MissingConditions missing,
            Promotions promotions,
            Employees employees,
            Groups groups,
            CompanyTime time) {
        this.roles = roles;
        this.eligibility = eligibility;
        this.missing = missing;
        this.promotions = promotions;
        this.employees = employees;
        this.groups = groups;
        this.time = time;
    }

    /**
     * One condition.
     *
     * @param condition its name in the table
     * @param need the figure that is asked for
     * @param have the figure that there is; null for a condition that is no figure of the months
     */
    public record Condition(
            String condition, int need, @Nullable Integer have, boolean met) {}

    /**
     * How the gate answers now.
     *
     * @param applicationId of the application that is under way, or null
     * @param applied whether an application for this role is under way
     * @param granted whether an application for this role was approved
     * @param mayApply whether the reader may apply here, now
     * @param missing a sentence for every condition that is not met
     * @param decisionVersion of {@code promotion-eligibility}
     */
    public record Gate(
            String employeeId,
            String name,
            String targetRole,
            boolean eligible,
            @Nullable String applicationId,
            boolean applied,
            boolean granted,
            boolean mayApply,
            List<Condition> conditions,
            List<String> missing,
            int decisionVersion) {}

    /**
     * The same for every role to which there is a promotion, in the order of the table.
     *
     * @throws Refusal for anybody but the employee, the manager, HR, auditors and administrators
     */
    public List<Gate> ofEveryRole(String employeeId, String readerId) {
        expectReads(employeeId, readerId);
        return roles.named().stream()
                .map(role -> of(employeeId, role, readerId))
                .filter(gate -> gate.eligible()
                        || gate.conditions().stream()
                                .noneMatch(one -> one.condition().equals(Eligibility.TARGET_ROLE)))
                .toList();
    }

    /**
     * Asks the gate without applying; nothing is recorded.
     *
     * @throws Refusal for anybody but the employee, the manager, HR, auditors and administrators
     */
    public Gate of(String employeeId, String targetRole, String readerId) {
        if (targetRole.indexOf('\0') >= 0) {
            throw Refusal.invalid("targetRole", "form.notAText", "targetRole");
        }
        Employee employee = expectReads(employeeId, readerId);
        boolean own = employeeId.equals(readerId);
        Eligibility found = eligibility.preview(employeeId, targetRole);
        boolean eligible = found.missing().isEmpty();
        String applicationId = promotions.findByEmployeeIdAndState(employeeId, Promotion.State.OPEN).stream()
                .filter(open -> open.targetRole().equals(targetRole))
                .map(Promotion::id)
                .findFirst()
                .orElse(null);
        boolean applied = applicationId != null;
        boolean granted =
                promotions.existsByEmployeeIdAndTargetRoleAndState(employeeId, targetRole, Promotion.State.GRANTED);
        boolean applies = own || groups.of(readerId).stream().anyMatch(APPLY_FOR_ANYBODY::contains);
        return new Gate(
                employeeId,
                employee.name(),
                targetRole,
                eligible,
                applicationId,
                applied,
                granted,
                eligible && !applied && !granted && applies,
                eligibility.needed(targetRole).stream()
                        .map(needed -> condition(needed, found))
                        .toList(),
                missing.sentences(found, targetRole),
                found.decisionVersion());
    }

    private Employee expectReads(String employeeId, String readerId) {
        if (employeeId.indexOf('\0') >= 0) {
            throw Refusal.invalid("employeeId", "form.notAText", "employeeId");
        }
        Employee employee = employees.findById(employeeId).orElse(null);
        boolean may = employeeId.equals(readerId)
                || groups.of(readerId).stream().anyMatch(READ_EVERYBODYS::contains)
                || employee != null && readerId.equals(employee.managerId());
        if (!may) {
            throw Refusal.forbidden("promotion.gateNotYours");
        }
        if (employee == null || !employee.isActiveOn(time.today())) {
            throw Refusal.invalid("employeeId", "promotion.unknownEmployee", employeeId);
        }
        return employee;
    }

    private static Condition condition(Eligibility.Missing needed, Eligibility found) {
        Integer have = switch (needed.condition()) {
            case Eligibility.LECTURER_MONTHS -> found.lecturerMonths();
            case Eligibility.EXCELLENT_MONTHS -> found.excellentMonths();
            default -> null;
        };
        return new Condition(
                needed.condition(),
                needed.required(),
                have,
                found.missing().stream().noneMatch(one -> one.condition().equals(needed.condition())));
    }
}
