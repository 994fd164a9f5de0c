package org.xinhuo.incentive.process;

import java.util.Date;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineServices;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.stereotype.Component;
import org.xinhuo.incentive.sharing.ChangeShare;
import org.xinhuo.incentive.sharing.Share;

/**
 * Moves the share, and with it every timer that waits and the date on the open task. What has fired for the old date is
 * set for the new one, so that a share that was moved is reminded of like any other.
 */
@Component("moveShare")
class MoveShareDelegate implements JavaDelegate {

    private final ChangeShare changeShare;
    private final ShareInstants instants;

    MoveShareDelegate(ChangeShare changeShare, ShareInstants instants) {
        this.changeShare = changeShare;
        this.instants = instants;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Share share = changeShare.move(execution.getProcessBusinessKey());
        instants.set(execution, share);
        ManagementService management = execution.getProcessEngineServices().getManagementService();
        management
                .createJobQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .timers()
                .list()
                .forEach(timer -> management.recalculateJobDuedate(timer.getId(), false));
        setFiredTimers(execution);
        TaskService tasks = execution.getProcessEngineServices().getTaskService();
        tasks.createTaskQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .taskDefinitionKey(SharingModel.SUBMIT_CONTENT)
                .list()
                .forEach(task -> tasks.setDueDate(task.getId(), Date.from(share.contentDueAt())));
    }

    /** The engine makes the timers of a task when the task begins, and none again; the open form stays as it is. */
    private static void setFiredTimers(DelegateExecution execution) {
        ProcessEngineServices engine = execution.getProcessEngineServices();
        engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .taskDefinitionKey(SharingModel.SUBMIT_CONTENT)
                .list()
                .forEach(task -> {
                    ExecutionEntity open =
                            Context.getCommandContext().getExecutionManager().findExecutionById(task.getExecutionId());
                    TimerDeclarationImpl.getDeclarationsForScope(open.getActivity())
                            .forEach((event, timer) -> {
                                if (engine.getManagementService()
                                                .createJobQuery()
                                                .processInstanceId(execution.getProcessInstanceId())
                                                .activityId(event)
                                                .count()
                                        == 0) {
                                    timer.createTimerInstance(open);
                                }
                            });
                });
    }
}
