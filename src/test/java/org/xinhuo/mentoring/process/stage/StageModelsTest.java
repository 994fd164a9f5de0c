package org.xinhuo.mentoring.process.stage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinhuo.engine.FormField;
import org.xinhuo.engine.TaskForm;
import org.xinhuo.engine.TaskForms;
import org.xinhuo.engine.TaskView;
import org.xinhuo.testing.XinhuoTest;

/** The models of the stages, their forms and the code agree on names. */
@XinhuoTest
class StageModelsTest {

    private static final Set<String> PROCESSES = Set.of("plan-negotiation", "coaching", "evaluation");

    @Autowired
    private List<TaskForms> taskForms;

    @Autowired
    private List<TaskView> views;

    private List<TaskForm> forms;

    @BeforeEach
    void readForms() {
        forms = taskForms.stream()
                .flatMap(ofProcess -> ofProcess.taskForms().stream())
                .filter(form -> PROCESSES.contains(form.process()))
                .toList();
    }

    @Test
    void everyUserTaskHasCheckedFieldsAndNothingElseHas() {
        for (String process : PROCESSES) {
            assertThat(forms.stream()
                            .filter(form -> form.process().equals(process))
                            .map(TaskForm::task)
                            .collect(Collectors.toSet()))
                    .isEqualTo(tasks(process).stream().map(UserTask::getId).collect(Collectors.toSet()));
        }
    }

    @Test
    void everyFormSubmitsExactlyTheFieldsThatAreChecked() throws IOException {
        for (TaskForm form : forms) {
            assertThat(keys(formOf(form), new TreeSet<>(), ""))
                    .as(form.process() + "/" + form.task())
                    .isEqualTo(names(form.fields(), "", new TreeSet<>()));
        }
    }

    @Test
    void everyTaskOfAPersonShowsFactsFromTheTables() {
        assertThat(forms)
                .allSatisfy(form -> assertThat(views)
                        .anyMatch(view -> view.process().equals(form.process())
                                && view.task().equals(form.task())));
    }

    @Test
    void everyTaskOfHrIsClosedToThePair() {
        assertThat(Stream.concat(PROCESSES.stream(), Stream.of("matching"))
                        .flatMap(process -> tasks(process).stream()
                                .filter(task ->
                                        task.getCamundaCandidateGroupsList().contains("hr"))
                                .map(task -> process + "/" + task.getId()))
                        .collect(Collectors.toSet()))
                .isEqualTo(PairJudgesNothing.TASKS_OF_HR);
    }

    private static List<UserTask> tasks(String process) {
        return List.copyOf(
                Bpmn.readModelFromStream(StageModelsTest.class.getResourceAsStream("/bpmn/" + process + ".bpmn"))
                        .getModelElementsByType(UserTask.class));
    }

    private static JsonNode formOf(TaskForm form) throws IOException {
        String key = tasks(form.process()).stream()
                .filter(task -> task.getId().equals(form.task()))
                .findFirst()
                .orElseThrow()
                .getCamundaFormRef();
        try (InputStream file = StageModelsTest.class.getResourceAsStream("/bpmn/forms/" + key + ".form")) {
            return new ObjectMapper().readTree(file);
        }
    }

    private static Set<String> keys(JsonNode parent, Set<String> found, String path) {
        for (JsonNode component : parent.path("components")) {
            if (component.has("key")) {
                found.add(path + component.get("key").asText());
            }
            if ("dynamiclist".equals(component.path("type").asText())) {
                assertThat(component.path("disableCollapse").asBoolean()).isTrue();
                String list = path + component.get("path").asText();
                found.add(list);
                keys(component, found, list + ".");
            }
        }
        return found;
    }

    private static Set<String> names(List<FormField> fields, String path, Set<String> found) {
        fields.forEach(field -> {
            found.add(path + field.name());
            names(field.items(), path + field.name() + ".", found);
        });
        return found;
    }
}
