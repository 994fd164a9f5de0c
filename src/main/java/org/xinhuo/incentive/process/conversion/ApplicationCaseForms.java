package org.xinhuo.incentive.process.conversion;

import java.util.List;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.FormField;
import org.xinhuo.engine.TaskForm;
import org.xinhuo.engine.TaskForms;
import org.xinhuo.incentive.conversion.DecideCase;

/** What both tasks of a case take in. */
@Component
class ApplicationCaseForms implements TaskForms {

    @Override
    public List<TaskForm> taskForms() {
        return List.of(form(ApplicationCaseModel.CONFIRM_CASE), form(ApplicationCaseModel.CONFIRM_CASE_AS_HR));
    }

    private static TaskForm form(String task) {
        return TaskForm.of(
                ApplicationCaseModel.KEY,
                task,
                FormField.flag(ApplicationCaseModel.CONFIRMED).keptInProcess(),
                FormField.text(ApplicationCaseModel.REMARK, DecideCase.LONGEST_REMARK)
                        .optional());
    }
}
