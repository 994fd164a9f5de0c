package org.xinhuo.mentoring.process.todo;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.engine.StartInput;
import org.xinhuo.mentoring.log.MoveToDo;
import org.xinhuo.mentoring.log.ToDo;

/** The first step: only for a to-do that was written in the same transaction, so that nobody else can start one. */
@Component(ToDoModel.OPEN_TO_DO)
class OpenToDoDelegate implements JavaDelegate {

    private final StartInput startInput;
    private final MoveToDo moveToDo;
    private final CompanyTime time;

    OpenToDoDelegate(StartInput startInput, MoveToDo moveToDo, CompanyTime time) {
        this.startInput = startInput;
        this.moveToDo = moveToDo;
        this.time = time;
    }

    @Override
    public void execute(DelegateExecution execution) {
        startInput.of(execution);
        String id = execution.getProcessBusinessKey();
        if (id == null || id.indexOf('\0') >= 0) {
            throw Refusal.forbidden("mentoring.stageStartsByItself");
        }
        ToDo toDo = moveToDo.start(id);
        execution.setVariable(ToDoModel.OWNER_ID, toDo.ownerId());
        execution.setVariable(ToDoModel.PROPOSED, toDo.state() == ToDo.State.PROPOSED);
        execution.setVariable(ToDoModel.DUE_AT, Date.from(time.endOf(toDo.dueOn())));
    }
}
