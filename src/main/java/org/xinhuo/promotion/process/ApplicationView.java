package org.xinhuo.promotion.process;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.xinhuo.base.Texts;
import org.xinhuo.engine.TaskView;
import org.xinhuo.people.Employee;
import org.xinhuo.people.Employees;
import org.xinhuo.promotion.DecidePromotion;
import org.xinhuo.promotion.Promotion;
import org.xinhuo.promotion.Promotions;

/** Who applies for what, with the figures that opened the gate. */
abstract class ApplicationView implements TaskView {

    private final String task;
    private final Promotions promotions;
    private final DecidePromotion decisions;
    private final Employees employees;
    private final Texts texts;

    ApplicationView(String task, Promotions promotions, DecidePromotion decisions, Employees employees, Texts texts) {
        this.task = task;
        this.promotions = promotions;
        this.decisions = decisions;
        this.employees = employees;
        this.texts = texts;
    }

    @Override
    public String process() {
        return PromotionModel.KEY;
    }

    @Override
    public String task() {
        return task;
    }

    @Override
    public Map<String, Object> values(String businessKey) {
        Promotion promotion = promotions.get(businessKey);
        Employee applicant = employees.get(promotion.employeeId());
        String role = promotion.targetRole();
        String roleName = texts.text("promotion.role." + role);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("applicant", applicant.name());
        values.put("job", applicant.job());
        values.put("department", applicant.department());
        // A role that only the owner's table knows has no name in the bundles.
        values.put("targetRole", roleName.startsWith("promotion.role.") ? role : roleName);
        values.put("lecturerMonths", promotion.lecturerMonths());
        values.put("excellentMonths", promotion.excellentMonths());
        values.put("managerRemark", Objects.requireNonNullElse(promotion.managerRemark(), "–"));
        String missing = decisions.missingNow(businessKey);
        values.put("missingNow", missing.isEmpty() ? "–" : missing);
        return values;
    }
}
