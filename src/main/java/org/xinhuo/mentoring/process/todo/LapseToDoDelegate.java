package org.xinhuo.mentoring.process.todo;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.mentoring.log.MoveToDo;

/** Nobody answered a proposal in time. */
@Component(ToDoModel.LAPSE_TO_DO)
class LapseToDoDelegate implements JavaDelegate {

    private final MoveToDo moveToDo;

    LapseToDoDelegate(MoveToDo moveToDo) {
        this.moveToDo = moveToDo;
    }

    @Override
    public void execute(DelegateExecution execution) {
        moveToDo.lapse(execution.getProcessBusinessKey());
    }
}
