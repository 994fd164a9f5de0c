package org.xinhuo.mentoring.process.todo;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.ProcessBean;
import org.xinhuo.mentoring.log.MoveToDo;

/** What the timers of a to-do say; that one fired is the fact. */
@Component("toDoReminder")
@ProcessBean
public class ToDoReminder {

    private final MoveToDo moveToDo;

    ToDoReminder(MoveToDo moveToDo) {
        this.moveToDo = moveToDo;
    }

    public void remind(DelegateExecution execution) {
        moveToDo.remind(execution.getProcessBusinessKey());
    }

    public void tellLate(DelegateExecution execution) {
        moveToDo.tellLate(execution.getProcessBusinessKey());
    }
}
