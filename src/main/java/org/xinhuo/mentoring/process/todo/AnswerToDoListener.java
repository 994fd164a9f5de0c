package org.xinhuo.mentoring.process.todo;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.FormInput;
import org.xinhuo.mentoring.log.MoveToDo;

/** The owner answers a proposal. */
@Component(ToDoModel.ANSWER_TO_DO)
class AnswerToDoListener implements TaskListener {

    private final MoveToDo moveToDo;

    AnswerToDoListener(MoveToDo moveToDo) {
        this.moveToDo = moveToDo;
    }

    @Override
    public void notify(DelegateTask task) {
        FormInput input = FormInput.of(task);
        moveToDo.answer(
                task.getExecution().getProcessBusinessKey(),
                input.submittedBy(),
                input.flag(ToDoModel.ACCEPTED),
                input.textOrNull("remark"));
    }
}
