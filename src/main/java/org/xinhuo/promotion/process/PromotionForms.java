package org.xinhuo.promotion.process;

import java.util.List;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.FormField;
import org.xinhuo.engine.TaskForm;
import org.xinhuo.engine.TaskForms;

/** What the tasks of promotion take in. */
@Component
class PromotionForms implements TaskForms {

    private static final FormField[] ANSWER = {
        FormField.flag("approved").keptInProcess(),
        FormField.text("remark", 1000).optional()
    };

    @Override
    public List<TaskForm> taskForms() {
        return List.of(
                TaskForm.of(PromotionModel.KEY, PromotionModel.APPROVE_AS_MANAGER, ANSWER),
                TaskForm.of(PromotionModel.KEY, PromotionModel.APPROVE_AS_HR, ANSWER));
    }
}
