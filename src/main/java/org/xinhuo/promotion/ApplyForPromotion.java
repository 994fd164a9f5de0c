package org.xinhuo.promotion;

import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.people.Employee;
import org.xinhuo.people.Employees;
import org.xinhuo.people.Groups;

/** Takes an application in if the gate lets it through; otherwise says everything that is missing. */
@Component
@Transactional
public class ApplyForPromotion {

    private static final Set<String> MAY_APPLY_FOR_ANYBODY = Set.of("hr", "camunda-admin");

    /** The index that keeps a person from two open applications to the same role. */
    private static final String ONE_OPEN = "promotion_application_open";

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{1,100}");

    private final Promotions promotions;
    private final CheckEligibility eligibility;
    private final Employees employees;
    private final PromotionApprover approver;
    private final Groups groups;
    private final CompanyTime time;
    private final MissingConditions missing;
    private final KnownRoles roles;

    ApplyForPromotion(
            Promotions promotions,
            CheckEligibility eligibility,
            Employees employees,
            PromotionApprover approver,
            Groups groups,
            CompanyTime time,
            MissingConditions missing,
            KnownRoles roles) {
        this.promotions = promotions;
        this.eligibility = eligibility;
        this.employees = employees;
        this.approver = approver;
        this.groups = groups;
        this.time = time;
        this.missing = missing;
        this.roles = roles;
    }

    /**
     * Stores the application.
     *
     * @param wantedId the id to give, or null for a new one
     * @param employeeId who wants to be promoted, or null for who applies
     * @param wantedRole its code, or its name in either language
     * @param submittedBy who applies, or null where the application itself does
     * @throws Refusal where the person may not, or does not qualify: nothing is stored then
     */
    public Promotion apply(
            @Nullable String wantedId, @Nullable String employeeId, String wantedRole, @Nullable String submittedBy) {
        String targetRole = roles.meant(wantedRole);
        String who = employeeId == null ? submittedBy : employeeId;
        if (who == null) {
            throw Refusal.invalid("employeeId", "promotion.forWhom");
        }
        if (submittedBy != null
                && !submittedBy.equals(who)
                && groups.of(submittedBy).stream().noneMatch(MAY_APPLY_FOR_ANYBODY::contains)) {
            throw Refusal.forbidden("promotion.onlyHrForOthers");
        }
        Employee employee = employees
                .findById(who)
                .filter(found -> found.isActiveOn(time.today()))
                .orElseThrow(() -> Refusal.invalid("employeeId", "promotion.unknownEmployee", who));
        String id = freeId(wantedId);
        Eligibility found = eligibility.of(who, targetRole);
        if (!found.missing().isEmpty()) {
            throw Refusal.invalid("targetRole", "promotion.notQualified", missing.text(found, targetRole));
        }
        if (promotions.existsByEmployeeIdAndTargetRoleAndState(who, targetRole, Promotion.State.OPEN)) {
            throw Refusal.conflict("promotion.alreadyApplied");
        }
        if (promotions.existsByEmployeeIdAndTargetRoleAndState(who, targetRole, Promotion.State.GRANTED)) {
            throw Refusal.conflict("promotion.alreadyGranted");
        }
        Promotion promotion = new Promotion(
                id,
                who,
                targetRole,
                approver.managerOf(employee),
                submittedBy == null ? who : submittedBy,
                time.now(),
                found);
        try {
            return promotions.saveAndFlush(promotion);
        } catch (DataIntegrityViolationException sameMoment) {
            throw String.valueOf(sameMoment.getMessage()).contains(ONE_OPEN)
                    ? Refusal.conflict("promotion.alreadyApplied")
                    : Refusal.conflict("promotion.idTaken", id);
        }
    }

    private String freeId(@Nullable String wantedId) {
        if (wantedId == null) {
            return UUID.randomUUID().toString();
        }
        if (!ID.matcher(wantedId).matches()) {
            throw Refusal.invalid("businessKey", "promotion.badId");
        }
        if (promotions.existsById(wantedId)) {
            throw Refusal.conflict("promotion.idTaken", wantedId);
        }
        return wantedId;
    }
}
