package org.xinhuo.promotion.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.BusinessKey;
import org.xinhuo.engine.FormField;
import org.xinhuo.engine.FormInput;
import org.xinhuo.engine.StartInput;
import org.xinhuo.promotion.ApplyForPromotion;
import org.xinhuo.promotion.Promotion;

/** Lets an application through the gate, or refuses the start with everything that is missing. */
@Component("checkEligibility")
class CheckEligibilityDelegate implements JavaDelegate {

    private final StartInput start;
    private final ApplyForPromotion applyForPromotion;

    CheckEligibilityDelegate(StartInput start, ApplyForPromotion applyForPromotion) {
        this.start = start;
        this.applyForPromotion = applyForPromotion;
    }

    @Override
    public void execute(DelegateExecution execution) {
        FormInput input = start.of(
                execution,
                FormField.text(PromotionModel.EMPLOYEE_ID, 100).optional(),
                FormField.text(PromotionModel.TARGET_ROLE, 100));
        Promotion promotion = applyForPromotion.apply(
                BusinessKey.given(execution),
                input.textOrNull(PromotionModel.EMPLOYEE_ID),
                input.text(PromotionModel.TARGET_ROLE),
                input.submittedBy().isEmpty() ? null : input.submittedBy());
        execution.setProcessBusinessKey(promotion.id());
        execution.setVariable(PromotionModel.EMPLOYEE_ID, promotion.employeeId());
    }
}
