package org.xinhuo.incentive.process.reward;

import java.util.List;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.FormField;
import org.xinhuo.engine.TaskForm;
import org.xinhuo.engine.TaskForms;

/** What the task of reward takes in. */
@Component
class RewardForms implements TaskForms {

    @Override
    public List<TaskForm> taskForms() {
        return List.of(TaskForm.of(
                RewardModel.KEY,
                RewardModel.APPROVE_REWARD,
                FormField.flag("approved").keptInProcess(),
                FormField.text("remark", 1000).optional()));
    }
}
