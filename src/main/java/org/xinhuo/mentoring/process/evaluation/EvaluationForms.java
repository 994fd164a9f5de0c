package org.xinhuo.mentoring.process.evaluation;

import static org.xinhuo.engine.FormField.choice;
import static org.xinhuo.engine.FormField.integer;
import static org.xinhuo.engine.FormField.list;
import static org.xinhuo.engine.FormField.number;
import static org.xinhuo.engine.FormField.text;

import java.util.List;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.FormField;
import org.xinhuo.engine.TaskForm;
import org.xinhuo.engine.TaskForms;

/** What the tasks of evaluation take in. The mentor's recommendation stays out of the process until both answered. */
@Component
class EvaluationForms implements TaskForms {

    private static final FormField LEVELS = list("levels", 1, 100, text("competency", 200), number("level", 0, 5));
    private static final FormField SATISFACTION = integer("satisfaction", 1, 5);
    private static final FormField NEXT_STEP = choice("nextStep", "graduate", "continue", "rematch");

    @Override
    public List<TaskForm> taskForms() {
        return List.of(
                TaskForm.of(
                        EvaluationModel.KEY,
                        EvaluationModel.SELF_EVALUATE,
                        LEVELS,
                        SATISFACTION,
                        text("comment", 2000).optional()),
                TaskForm.of(EvaluationModel.KEY, EvaluationModel.EVALUATE_GROWTH, LEVELS, SATISFACTION, NEXT_STEP),
                TaskForm.of(EvaluationModel.KEY, EvaluationModel.DECIDE_NEXT_STEP, NEXT_STEP.keptInProcess()));
    }
}
