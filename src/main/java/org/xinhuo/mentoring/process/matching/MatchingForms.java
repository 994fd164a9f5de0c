package org.xinhuo.mentoring.process.matching;

import java.util.List;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.FormField;
import org.xinhuo.engine.TaskForm;
import org.xinhuo.engine.TaskForms;

/** What the user tasks of "matching" take in. */
@Component
class MatchingForms implements TaskForms {

    private static final int LONGEST_ID = 64;
    private static final int LONGEST_REASON = 1000;

    @Override
    public List<TaskForm> taskForms() {
        FormField reason = FormField.text(MatchingModel.REASON, LONGEST_REASON).optional();
        return List.of(
                TaskForm.of(
                        MatchingModel.PROCESS,
                        MatchingModel.CHOOSE_MENTOR,
                        FormField.text(MatchingModel.CHOICE, LONGEST_ID),
                        reason,
                        FormField.flag(MatchingModel.HAND_OVER).optional()),
                TaskForm.of(
                        MatchingModel.PROCESS,
                        MatchingModel.ACCEPT_MENTEE,
                        FormField.flag(MatchingModel.ACCEPTED).keptInProcess(),
                        reason),
                TaskForm.of(
                        MatchingModel.PROCESS,
                        MatchingModel.ASSIGN_MENTOR,
                        FormField.text(MatchingModel.MENTOR_ID, LONGEST_ID).keptInProcess()));
    }
}
