package org.xinhuo.mentoring.process.todo;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.mentoring.log.MoveToDo;

/** The task was taken away. */
@Component(ToDoModel.SETTLE_TO_DO)
class SettleToDoDelegate implements JavaDelegate {

    private final MoveToDo moveToDo;

    SettleToDoDelegate(MoveToDo moveToDo) {
        this.moveToDo = moveToDo;
    }

    @Override
    public void execute(DelegateExecution execution) {
        moveToDo.settle(execution.getProcessBusinessKey());
    }
}
