package org.xinhuo.incentive.process;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.incentive.sharing.ChangeShare;

/** Passes the share to the lecturer whom the message named, and the open task with it. */
@Component("swapLecturer")
class SwapLecturerDelegate implements JavaDelegate {

    private final ChangeShare changeShare;

    SwapLecturerDelegate(ChangeShare changeShare) {
        this.changeShare = changeShare;
    }

    /** The message has already overwritten the variable; who had the share before stands in the table. */
    @Override
    public void execute(DelegateExecution execution) {
        String newLecturerId = execution.getVariable(SharingModel.LECTURER_ID) instanceof String id ? id.strip() : null;
        changeShare.swap(execution.getProcessBusinessKey(), newLecturerId);
        execution.setVariable(SharingModel.LECTURER_ID, newLecturerId);
        TaskService tasks = execution.getProcessEngineServices().getTaskService();
        tasks.createTaskQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .taskDefinitionKey(SharingModel.SUBMIT_CONTENT)
                .list()
                .forEach(task -> tasks.setAssignee(task.getId(), newLecturerId));
    }
}
