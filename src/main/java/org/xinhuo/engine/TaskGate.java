package org.xinhuo.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.DelegationState;
import org.camunda.bpm.engine.task.IdentityLink;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.base.Texts;

/**
 * Every user task is completed through here, whichever way it came in: only by its assignee or a candidate, only with
 * the fields of its form, only with values that keep their rules.
 */
@Component
class TaskGate {

    private static final int ATTEMPTS = 4;

    private final ObjectProvider<TaskForms> forms;
    private final ObjectProvider<PausedWork> paused;
    private final ObjectProvider<BarredFromTasks> barred;
    private final FormCheck check;
    private final Texts texts;
    private volatile @Nullable Map<String, TaskForm> formsByTask;

    TaskGate(
            ObjectProvider<TaskForms> forms,
            ObjectProvider<PausedWork> paused,
            ObjectProvider<BarredFromTasks> barred,
            CompanyTime time,
            ObjectMapper json,
            Texts texts) {
        this.paused = paused;
        this.barred = barred;
        this.forms = forms;
        this.check = new FormCheck(time.zone(), json);
        this.texts = texts;
    }

    /**
     * Checks a submission before the engine takes anything in.
     *
     * @return the variables to set, which are the kept answers; the whole input waits for the task's listeners
     */
    Map<String, Object> admit(TaskEntity task, @Nullable Map<String, Object> submitted, CommandContext context) {
        refuseStrangers(task, context.getAuthentication());
        refuseBarred(task, context.getAuthentication());
        Map<String, Object> values = submitted == null ? Map.of() : submitted;
        TaskForm form = formOf(task);
        String submitter = submitter(task, context.getAuthentication());
        refusePaused(
                task,
                () -> form == null ? null : check.check(form.fields(), values, submitter),
                context.getAuthentication());
        if (form == null) {
            refuseOverwriting(task, values);
            return values;
        }
        FormInput input = check.check(form.fields(), values, submitter);
        Map<String, Object> variables = new LinkedHashMap<>();
        for (FormField field : form.fields()) {
            if (field.kept()) {
                variables.put(field.name(), keptValue(field, input));
            }
        }
        Submissions.put(task.getId(), input);
        return variables;
    }

    /** Only who was asked hands a delegated task back, and brings no values in; the form does that on completion. */
    void admitResolution(TaskEntity task, @Nullable Map<String, Object> variables, CommandContext context) {
        refuseStrangers(task, context.getAuthentication());
        refuseBarred(task, context.getAuthentication());
        if (task.getDelegationState() != DelegationState.PENDING) {
            // The engine would take the task from its assignee and give it to nobody.
            throw Refusal.conflict("engine.notDelegated");
        }
        if (variables != null && !variables.isEmpty()) {
            String name = variables.keySet().iterator().next();
            throw Refusal.invalid(name, "form.unknownField", name, name);
        }
    }

    /** Completes a task: with a sentence if it is refused, and with nothing left of its input. */
    <T> T completing(String taskId, Supplier<T> completion) {
        return speaking(() -> retried(() -> {
            try {
                return completion.get();
            } finally {
                Submissions.forget(taskId);
            }
        }));
    }

    /**
     * Two people who complete the two sides of one join in the same instant collide in the engine; the later one simply
     * goes again. Not inside a transaction of somebody else, which has already failed as a whole.
     */
    private static <T> T retried(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (OptimisticLockingException | ConcurrencyFailureException collision) {
                if (attempt == ATTEMPTS || TransactionSynchronizationManager.isActualTransactionActive()) {
                    throw collision;
                }
            }
        }
    }

    /** Says a refusal in the user's language, as the exception that both REST interfaces answer with 400. */
    <T> T speaking(Supplier<T> work) {
        try {
            return work.get();
        } catch (AuthorizationException notAllowed) {
            throw notAllowed;
        } catch (RuntimeException failure) {
            Refusal refusal = refusalIn(failure);
            if (refusal == null) {
                throw failure;
            }
            throw new FormFieldValidationException(refusal.code(), texts.sentence(refusal), refusal);
        }
    }

    private static @Nullable Refusal refusalIn(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal;
            }
        }
        return null;
    }

    /** A kept field that was left empty must not leave an answer of an earlier round behind. */
    private static @Nullable Object keptValue(FormField field, FormInput input) {
        if (!input.has(field.name())) {
            return null;
        }
        return switch (field.type()) {
            case TEXT -> input.text(field.name());
            case FLAG -> input.flag(field.name());
            case INTEGER -> input.integer(field.name());
            case NUMBER -> input.number(field.name()).doubleValue();
            case DATE -> input.date(field.name()).toString();
            case INSTANT -> input.instant(field.name()).toString();
            case LIST -> throw new IllegalStateException("a list is never kept in the process: " + field.name());
        };
    }

    private static String submitter(TaskEntity task, @Nullable Authentication authentication) {
        if (authentication != null && authentication.getUserId() != null) {
            return authentication.getUserId();
        }
        return Objects.requireNonNullElse(task.getAssignee(), "");
    }

    /** An administrator's rights are for repairing; doing somebody's task is nobody's repair. */
    private static void refuseStrangers(TaskEntity task, @Nullable Authentication who) {
        if (who == null || who.getUserId() == null) {
            return;
        }
        if (task.getAssignee() != null) {
            if (!task.getAssignee().equals(who.getUserId())) {
                throw notYours(task, who);
            }
            return;
        }
        List<String> groups = who.getGroupIds() == null ? List.of() : who.getGroupIds();
        for (IdentityLink link : task.getCandidates()) {
            if (who.getUserId().equals(link.getUserId())
                    || link.getGroupId() != null && groups.contains(link.getGroupId())) {
                return;
            }
        }
        throw notYours(task, who);
    }

    /** Whoever may not complete it does not take it from those who may, either. */
    void refuseBarred(@Nullable TaskEntity task, @Nullable Authentication who) {
        if (task == null || who == null || who.getUserId() == null || task.getExecution() == null) {
            return;
        }
        ProcessDefinitionEntity definition = task.getExecution().getProcessDefinition();
        String businessKey = task.getExecution().getProcessBusinessKey();
        if (definition == null || businessKey == null) {
            return;
        }
        String process = definition.getKey();
        for (BarredFromTasks known : barred) {
            if (known.isBarred(process, task.getTaskDefinitionKey(), businessKey, who.getUserId())) {
                throw known.why(process, task.getTaskDefinitionKey(), businessKey, who.getUserId())
                        .map(RuntimeException.class::cast)
                        .orElseGet(() -> notYours(task, who));
            }
        }
    }

    private static AuthorizationException notYours(TaskEntity task, Authentication who) {
        return new AuthorizationException(
                who.getUserId(), Permissions.TASK_WORK.getName(), Resources.TASK.resourceName(), task.getId());
    }

    /** What the product itself ends, it ends whether or not it stands still; who is gone will not resume it. */
    private void refusePaused(TaskEntity task, Supplier<@Nullable FormInput> submitted, @Nullable Authentication who) {
        if (who != null && who.getUserId() != null && task.getExecution() != null) {
            String businessKey = task.getExecution().getProcessBusinessKey();
            String process = task.getExecution().getProcessDefinition().getKey();
            paused.forEach(work -> work.expectGoesOn(process, task.getTaskDefinitionKey(), submitted, businessKey));
        }
    }

    /** A task that only the owner's model knows may bring new values in, and overwrite none. */
    private static void refuseOverwriting(TaskEntity task, Map<String, Object> values) {
        for (String name : values.keySet()) {
            if (task.hasVariable(name)) {
                throw Refusal.invalid(name, "form.unknownField", name, name);
            }
        }
    }

    private @Nullable TaskForm formOf(TaskEntity task) {
        ProcessDefinitionEntity definition =
                task.getExecution() == null ? null : task.getExecution().getProcessDefinition();
        return definition == null ? null : forms().get(key(definition.getKey(), task.getTaskDefinitionKey()));
    }

    /** Read on first use: the process packages may themselves need the engine. */
    private Map<String, TaskForm> forms() {
        Map<String, TaskForm> known = formsByTask;
        if (known == null) {
            known = new HashMap<>();
            for (TaskForms ofProcess : forms) {
                for (TaskForm form : ofProcess.taskForms()) {
                    known.put(key(form.process(), form.task()), form);
                }
            }
            formsByTask = known;
        }
        return known;
    }

    private static String key(String process, String task) {
        return process + "/" + task;
    }
}
