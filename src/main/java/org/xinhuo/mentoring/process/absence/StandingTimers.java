package org.xinhuo.mentoring.process.absence;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.SuspensionState;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.xinhuo.mentoring.MovedDates.StoodStill;
import org.xinhuo.mentoring.log.ToDo;
import org.xinhuo.mentoring.log.ToDos;

/**
 * Holds the timers of everything that runs for a mentorship, its to-dos too, and lets them go again. Only the timers are suspended,
 * not the instances: those still take messages. Fired by hand, a held timer does what it would do when due.
 *
 * <p>Afterwards each timer, each due date of a task and each instant in a variable that was still to come lies later by
 * the time that it stood still; what was created during the pause, by the time since.
 */
@Component
class StandingTimers {

    private final ToDos toDos;

    StandingTimers(ToDos toDos) {
        this.toDos = toDos;
    }

    void hold(DelegateExecution execution, String mentorshipId) {
        for (TimerEntity timer : timersOf(execution, mentorshipId)) {
            timer.setSuspensionState(SuspensionState.SUSPENDED.getStateCode());
        }
    }

    void release(DelegateExecution execution, String mentorshipId, StoodStill pause) {
        for (TimerEntity timer : timersOf(execution, mentorshipId)) {
            Duration late = lateness(pause, timer.getCreateTime());
            timer.setDuedate(later(timer.getDuedate(), late));
            if (timer.getRepeat() != null) {
                timer.setRepeatOffset(timer.getRepeatOffset() + late.toMillis());
            }
            timer.setSuspensionState(SuspensionState.ACTIVE.getStateCode());
        }
        for (ProcessInstance instance : instancesOf(execution, mentorshipId)) {
            moveTasks(execution, instance, pause);
            moveInstants(execution, instance, pause);
        }
    }

    private static void moveTasks(DelegateExecution execution, ProcessInstance instance, StoodStill pause) {
        TaskService tasks = execution.getProcessEngineServices().getTaskService();
        for (Task task : tasks.createTaskQuery()
                .processInstanceId(instance.getProcessInstanceId())
                .list()) {
            if (task.getDueDate() != null && task.getDueDate().toInstant().isAfter(pause.pausedAt())) {
                tasks.setDueDate(task.getId(), later(task.getDueDate(), lateness(pause, task.getCreateTime())));
            }
        }
    }

    /** Timers that are set later, from a variable, move with the others. */
    private static void moveInstants(DelegateExecution execution, ProcessInstance instance, StoodStill pause) {
        RuntimeService runtime = execution.getProcessEngineServices().getRuntimeService();
        Duration late = lateness(pause, startOf(instance));
        for (VariableInstanceEntity variable : context()
                .getVariableInstanceManager()
                .findVariableInstancesByProcessInstanceId(instance.getProcessInstanceId())) {
            if (variable.getValue() instanceof Date instant
                    && instant.toInstant().isAfter(pause.pausedAt())
                    && !AbsenceModel.CALENDAR_INSTANTS.contains(variable.getName())) {
                runtime.setVariableLocal(variable.getExecutionId(), variable.getName(), later(instant, late));
            }
        }
    }

    private static Date startOf(ProcessInstance instance) {
        return context()
                .getHistoricProcessInstanceManager()
                .findHistoricProcessInstance(instance.getProcessInstanceId())
                .getStartTime();
    }

    private List<TimerEntity> timersOf(DelegateExecution execution, String mentorshipId) {
        return instancesOf(execution, mentorshipId).stream()
                .flatMap(instance ->
                        context().getJobManager().findJobsByProcessInstanceId(instance.getProcessInstanceId()).stream())
                .filter(StandingTimers::isHeldByPauses)
                .map(TimerEntity.class::cast)
                .toList();
    }

    private static boolean isHeldByPauses(JobEntity job) {
        return job instanceof TimerEntity
                && !(AbsenceModel.KEY.equals(job.getProcessDefinitionKey())
                        && AbsenceModel.BY_THE_CALENDAR.contains(job.getActivityId()));
    }

    private List<ProcessInstance> instancesOf(DelegateExecution execution, String mentorshipId) {
        RuntimeService runtime = execution.getProcessEngineServices().getRuntimeService();
        Stream<String> ofItsToDos = toDos.findByMentorshipIdAndClosedAtIsNullOrderByDueOnAscIdAsc(mentorshipId).stream()
                .map(ToDo::id);
        return Stream.concat(Stream.of(mentorshipId), ofItsToDos)
                .flatMap(key -> runtime.createProcessInstanceQuery().processInstanceBusinessKey(key).list().stream())
                .toList();
    }

    private static Duration lateness(StoodStill pause, Date createdAt) {
        Instant created = Objects.requireNonNull(createdAt).toInstant();
        Instant from = created.isAfter(pause.pausedAt()) ? created : pause.pausedAt();
        return Duration.between(from, pause.resumedAt());
    }

    private static Date later(Date date, Duration time) {
        return Date.from(date.toInstant().plus(time));
    }

    private static CommandContext context() {
        return Objects.requireNonNull(Context.getCommandContext());
    }
}
