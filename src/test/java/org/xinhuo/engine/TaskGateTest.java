package org.xinhuo.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.xinhuo.base.Refusal;
import org.xinhuo.inbox.TaskInbox;
import org.xinhuo.testing.XinhuoTest;

@XinhuoTest
class TaskGateTest {

    private static final List<FormInput> RECEIVED = new ArrayList<>();

    @Autowired
    ProcessEngine engine;

    @Autowired
    TaskInbox inbox;

    private Deployment deployment;

    @TestConfiguration
    static class Beans {

        @Bean
        TaskListener gateTestListener() {
            return task -> {
                FormInput input = FormInput.of(task);
                if ("business says no".equals(input.text("text"))) {
                    throw Refusal.invalid("text", "form.required", "text");
                }
                RECEIVED.add(input);
            };
        }

        @Bean
        TaskForms gateTestForms() {
            return () -> List.of(TaskForm.of(
                    "gate-test",
                    "answerQuestion",
                    FormField.text("text", 100),
                    FormField.flag("agreed").keptInProcess(),
                    FormField.text("reason", 100).optional().keptInProcess()));
        }
    }

    @BeforeEach
    void deploy() {
        RECEIVED.clear();
        deployment = engine.getRepositoryService()
                .createDeployment()
                .addClasspathResource("models/gate-test.bpmn")
                .addClasspathResource("models/join-test.bpmn")
                .deploy();
    }

    @AfterEach
    void undeploy() {
        engine.getIdentityService().clearAuthentication();
        engine.getRepositoryService().deleteDeployment(deployment.getId(), true);
    }

    private Task started() {
        ProcessInstance instance = engine.getRuntimeService().startProcessInstanceByKey("gate-test", "key-1");
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance.getId())
                .singleResult();
    }

    private static Map<String, Object> answer(String text) {
        return Map.of("text", text, "agreed", true);
    }

    private List<String> variableNamesInHistory() {
        return engine.getHistoryService().createHistoricVariableInstanceQuery().list().stream()
                .map(HistoricVariableInstance::getName)
                .toList();
    }

    @Test
    void whatPassesThroughReachesTheListenerAndNeverTheProcess() {
        engine.getTaskService().complete(started().getId(), answer("hello"));

        assertThat(RECEIVED).singleElement().satisfies(input -> {
            assertThat(input.text("text")).isEqualTo("hello");
            assertThat(input.submittedBy()).isEqualTo("mei");
        });
        assertThat(variableNamesInHistory()).containsExactlyInAnyOrder("agreed", "reason");
        assertThat(engine.getHistoryService()
                        .createHistoricDetailQuery()
                        .variableUpdates()
                        .list())
                .hasSize(2);
    }

    @Test
    void theFormServiceIsTheSameGate() {
        engine.getFormService().submitTaskForm(started().getId(), answer("hello"));

        assertThat(RECEIVED).hasSize(1);
        assertThat(variableNamesInHistory()).containsExactlyInAnyOrder("agreed", "reason");
    }

    @Test
    void completionWithVariablesInReturnGivesTheKeptOnes() {
        assertThat(engine.getTaskService()
                        .completeWithVariablesInReturn(started().getId(), answer("hello"), false))
                .containsEntry("agreed", true);
    }

    @Test
    void anUnknownFieldLeavesTheTaskOpenAndStoresNothing() {
        Task task = started();

        assertThatThrownBy(() -> engine.getTaskService()
                        .complete(task.getId(), Map.of("text", "x", "agreed", true, "menteeId", "other")))
                .isInstanceOf(FormFieldValidationException.class)
                .hasMessageContaining("menteeId");
        assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .taskId(task.getId())
                        .count())
                .isOne();
        assertThat(variableNamesInHistory()).isEmpty();
    }

    @Test
    void brokenJsonAndObjectsOfAnyClassAreGarbageLikeAnyOther() {
        Task task = started();
        TypedValue brokenJson = SpinValues.jsonValue("{bad").create();
        TypedValue object = Variables.serializedObjectValue("{}")
                .serializationDataFormat("application/json")
                .objectTypeName("org.xinhuo.NoSuchClass")
                .create();

        for (TypedValue garbage : List.of(brokenJson, object)) {
            VariableMap values = Variables.putValueTyped("agreed", garbage).putValue("text", "x");
            assertThatThrownBy(() -> engine.getTaskService().complete(task.getId(), values))
                    .isInstanceOf(FormFieldValidationException.class);
            assertThatThrownBy(() -> engine.getFormService().submitTaskForm(task.getId(), values))
                    .isInstanceOf(FormFieldValidationException.class);
        }
        assertThat(variableNamesInHistory()).isEmpty();
    }

    @Test
    void aRefusalOfTheBusinessIsSpokenAndLeavesTheTaskOpen() {
        Task task = started();

        assertThatThrownBy(() -> engine.getFormService().submitTaskForm(task.getId(), answer("business says no")))
                .isInstanceOf(FormFieldValidationException.class)
                .hasMessage("Please fill in \"Text\".");
        assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .taskId(task.getId())
                        .count())
                .isOne();
    }

    @Test
    void notEvenAnAdministratorCompletesSomebodyElsesTask() {
        Task task = started();
        engine.getIdentityService().setAuthentication("admin", List.of("camunda-admin", "employee"));

        assertThatThrownBy(() -> engine.getTaskService().complete(task.getId(), answer("x")))
                .isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> engine.getFormService().submitTaskForm(task.getId(), answer("x")))
                .isInstanceOf(AuthorizationException.class);
    }

    @Test
    void aTaskWithoutARegisteredFormMayAddValuesButOverwriteNone() {
        engine.getTaskService().complete(started().getId(), answer("hello"));
        Task second = engine.getTaskService()
                .createTaskQuery()
                .taskDefinitionKey("unknownQuestion")
                .singleResult();

        assertThatThrownBy(() -> engine.getTaskService().complete(second.getId(), Map.of("agreed", false)))
                .isInstanceOf(FormFieldValidationException.class);
        engine.getTaskService().complete(second.getId(), Map.of("remark", "new"));
        assertThat(variableNamesInHistory()).contains("remark");
    }

    @Test
    void theInboxFollowsTheTask() {
        Task task = started();
        assertThat(inbox.openTasks("mei", Set.of(), 10)).singleElement().satisfies(open -> {
            assertThat(open.taskId()).isEqualTo(task.getId());
            assertThat(open.businessKey()).isEqualTo("key-1");
        });

        engine.getTaskService().complete(task.getId(), answer("hello"));
        assertThat(inbox.openTasks("mei", Set.of(), 10)).isEmpty();
        assertThat(inbox.openTasks("han", Set.of("hr"), 10)).hasSize(1);

        Task second = engine.getTaskService()
                .createTaskQuery()
                .taskDefinitionKey("unknownQuestion")
                .singleResult();
        engine.getTaskService().claim(second.getId(), "han");
        assertThat(inbox.openTasks("other", Set.of("hr"), 10)).isEmpty();
        assertThat(inbox.openTasks("han", Set.of(), 10)).hasSize(1);

        engine.getTaskService().setAssignee(second.getId(), null);
        assertThat(inbox.openTasks("other", Set.of("hr"), 10)).hasSize(1);

        engine.getRuntimeService().deleteProcessInstance(second.getProcessInstanceId(), "test");
        assertThat(inbox.openTasks("other", Set.of("hr"), 10)).isEmpty();
    }

    @Test
    void twoWhoCompleteBothSidesOfAJoinInTheSameInstantBothSucceed() throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 20; round++) {
                ProcessInstance instance =
                        engine.getRuntimeService().startProcessInstanceByKey("join-test", "r" + round);
                List<Task> sides = engine.getTaskService()
                        .createTaskQuery()
                        .processInstanceId(instance.getId())
                        .list();
                CyclicBarrier together = new CyclicBarrier(2);
                List<Future<?>> completions = new ArrayList<>();
                for (Task side : sides) {
                    completions.add(people.submit(() -> {
                        together.await();
                        engine.getTaskService().complete(side.getId());
                        return null;
                    }));
                }
                for (Future<?> completion : completions) {
                    completion.get();
                }
                assertThat(engine.getRuntimeService()
                                .createProcessInstanceQuery()
                                .processInstanceId(instance.getId())
                                .count())
                        .isZero();
            }
        } finally {
            people.shutdownNow();
        }
    }
}
