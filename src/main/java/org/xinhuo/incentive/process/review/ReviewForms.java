package org.xinhuo.incentive.process.review;

import java.util.List;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.FormField;
import org.xinhuo.engine.TaskForm;
import org.xinhuo.engine.TaskForms;

/** What the tasks of monthly-review and improvement-talk take in. */
@Component
class ReviewForms implements TaskForms {

    @Override
    public List<TaskForm> taskForms() {
        return List.of(
                TaskForm.of(
                        MonthlyReviewModel.KEY,
                        MonthlyReviewModel.CONFIRM_RESULTS,
                        FormField.flag("confirmed").keptInProcess(),
                        FormField.text("remark", 1000).optional()),
                TaskForm.of(
                        ImprovementTalkModel.KEY,
                        ImprovementTalkModel.HOLD_IMPROVEMENT_TALK,
                        FormField.date("heldOn"),
                        FormField.text("agreement", 4000)));
    }
}
