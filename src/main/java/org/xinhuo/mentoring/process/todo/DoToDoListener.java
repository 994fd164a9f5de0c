package org.xinhuo.mentoring.process.todo;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.FormInput;
import org.xinhuo.mentoring.log.MoveToDo;

/** The owner has done it. */
@Component(ToDoModel.DO_TO_DO)
class DoToDoListener implements TaskListener {

    private final MoveToDo moveToDo;

    DoToDoListener(MoveToDo moveToDo) {
        this.moveToDo = moveToDo;
    }

    @Override
    public void notify(DelegateTask task) {
        FormInput input = FormInput.of(task);
        moveToDo.finish(task.getExecution().getProcessBusinessKey(), input.submittedBy(), input.textOrNull("remark"));
    }
}
