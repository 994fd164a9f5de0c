package org.xinhuo.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowingConsumer;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinhuo.base.Refusal;
import org.xinhuo.people.Groups;

/** Drives one process after the other by hand: as people who are logged in, job by job, timer by timer. */
@TestComponent
public class EngineDriver {

    private final ProcessEngine engine;
    private final Groups groups;
    private final JdbcClient jdbc;

    EngineDriver(ProcessEngine engine, Groups groups, JdbcClient jdbc) {
        this.engine = engine;
        this.groups = groups;
        this.jdbc = jdbc;
    }

    /** Does the work as this person with the groups that the company's tables give; as nobody where null. */
    public <T> T as(String person, Supplier<T> work) {
        if (person != null) {
            engine.getIdentityService().setAuthentication(person, List.copyOf(groups.of(person)));
        }
        try {
            return work.get();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    /** Starts a process as this person, without a business key. */
    public ProcessInstance start(String process, String by, Map<String, Object> variables) {
        return as(by, () -> engine.getRuntimeService().startProcessInstanceByKey(process, variables));
    }

    /** The one task that is open in an instance; null where none is. */
    public Task task(ProcessInstance instance) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance.getId())
                .singleResult();
    }

    /** Completes that task as this person. */
    public void complete(ProcessInstance instance, String by, Map<String, Object> values) {
        String task = task(instance).getId();
        as(by, () -> {
            engine.getTaskService().complete(task, new HashMap<>(values));
            return task;
        });
    }

    /** What the form of that task shows. */
    public Map<String, Object> form(ProcessInstance instance) {
        return engine.getFormService().getTaskFormVariables(task(instance).getId());
    }

    /** The one step of an instance that waits to be run; null where none does. */
    public Job job(ProcessInstance instance) {
        return engine.getManagementService()
                .createJobQuery()
                .processInstanceId(instance.getId())
                .messages()
                .singleResult();
    }

    public void run(ProcessInstance instance) {
        engine.getManagementService().executeJob(job(instance).getId());
    }

    /** Runs step after step until the instance waits for something else. */
    public void runAll(ProcessInstance instance) {
        for (Job job = job(instance); job != null; job = job(instance)) {
            engine.getManagementService().executeJob(job.getId());
        }
    }

    /** The timer at this element of an instance; null where it has fired or never was. */
    public Job timer(ProcessInstance instance, String activity) {
        return engine.getManagementService()
                .createJobQuery()
                .processInstanceId(instance.getId())
                .activityId(activity)
                .singleResult();
    }

    public void fireTimer(ProcessInstance instance, String activity) {
        engine.getManagementService().executeJob(timer(instance, activity).getId());
    }

    /** The codes of everything that a person was told, in this order. */
    public List<String> told(String person) {
        return jdbc.sql("select code from notice where person_id = ? order by id")
                .param(person)
                .query(String.class)
                .list();
    }

    /** That a failure is our refusal with this code, however deep the engine has wrapped it. */
    public static ThrowingConsumer<Throwable> refusedWith(String code) {
        return failure -> {
            Refusal refusal = Refusal.in(failure);
            assertThat(refusal).as("a refusal behind %s", failure).isNotNull();
            assertThat(refusal.code()).isEqualTo(code);
        };
    }
}
