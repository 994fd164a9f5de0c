package org.xinhuo.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaScript;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The rules for processes: names, documentation, deadlines, forms, drawing, references. One test a process. */
class ProcessModelsTest {

    private static final Set<String> GROUPS =
            Set.of("employee", "mentor", "lecturer", "manager", "hr", "process-owner", "auditor", "camunda-admin");

    private final Map<String, BpmnModelInstance> processes = ModelFiles.processes();
    private final Set<String> decisions = ModelFiles.decisions().keySet();
    private final Set<String> forms = ModelFiles.forms().keySet();

    @TestFactory
    Stream<DynamicTest> isNamedAsItsFile() {
        return each((name, model, rule) -> {
            Collection<Process> roots = model.getModelElementsByType(Process.class);
            rule.assertThat(roots).extracting(BaseElement::getId).containsExactly(name);
            rule.assertThat(name).matches(ModelFiles.KEBAB);
            for (Process process : roots) {
                rule.assertThat(process.isExecutable()).as("isExecutable").isTrue();
                rule.assertThat(process.getCamundaHistoryTimeToLiveString())
                        .as("historyTimeToLive")
                        .isNotBlank();
                rule.assertThat(hasChinese(process.getName()))
                        .as("Chinese name of the process")
                        .isTrue();
            }
        });
    }

    /** Whoever picked one without a form from the list in Tasklist was asked for variables that nobody knows. */
    @TestFactory
    Stream<DynamicTest> isOfferedInTasklistOnlyWithAForm() {
        return each((name, model, rule) -> model.getModelElementsByType(Process.class).stream()
                .filter(Process::isCamundaStartableInTasklist)
                .forEach(process -> rule.assertThat(process.getChildElementsByType(StartEvent.class))
                        .as("start form")
                        .anyMatch(start -> start.getCamundaFormRef() != null)));
    }

    @TestFactory
    Stream<DynamicTest> isExplained() {
        return each((name, model, rule) -> {
            model.getModelElementsByType(Process.class)
                    .forEach(process -> rule.assertThat(documentation(process))
                            .as("documentation of the process")
                            .isNotBlank());
            model.getModelElementsByType(FlowNode.class)
                    .forEach(node -> rule.assertThat(documentation(node))
                            .as("documentation of " + node.getId())
                            .isNotBlank());
        });
    }

    @TestFactory
    Stream<DynamicTest> hasElementsNamedByTheHouseRules() {
        return each((name, model, rule) -> {
            model.getModelElementsByType(FlowNode.class)
                    .forEach(node -> rule.assertThat(node.getId()).matches(ModelFiles.CAMEL));
            model.getModelElementsByType(SequenceFlow.class)
                    .forEach(flow -> rule.assertThat(flow.getId()).matches(ModelFiles.CAMEL));
            model.getModelElementsByType(Message.class)
                    .forEach(message -> rule.assertThat(message.getName()).matches("[a-z]+\\.[a-z][A-Za-z]*"));
            model.getModelElementsByType(Error.class)
                    .forEach(error -> rule.assertThat(error.getErrorCode()).matches(ModelFiles.CAMEL));
            model.getModelElementsByType(ExclusiveGateway.class).stream()
                    .filter(gateway -> gateway.getOutgoing().size() > 1)
                    .forEach(gateway -> {
                        rule.assertThat(gateway.getName())
                                .as("question of " + gateway.getId())
                                .isNotNull()
                                .matches("(?s).*[?？]\\s*");
                        gateway.getOutgoing().forEach(flow -> {
                            rule.assertThat(flow.getName())
                                    .as("answer on " + flow.getId())
                                    .isNotBlank();
                            rule.assertThat(flow.getConditionExpression() != null || flow.equals(gateway.getDefault()))
                                    .as(flow.getId() + " has a condition or is the default")
                                    .isTrue();
                        });
                    });
        });
    }

    @TestFactory
    Stream<DynamicTest> isDrawnCompletely() {
        return each((name, model, rule) -> {
            Set<BaseElement> shapes = model.getModelElementsByType(BpmnShape.class).stream()
                    .map(BpmnShape::getBpmnElement)
                    .collect(java.util.stream.Collectors.toSet());
            model.getModelElementsByType(FlowNode.class)
                    .forEach(node -> rule.assertThat(shapes.contains(node))
                            .as("shape of " + node.getId())
                            .isTrue());
            Map<BaseElement, BpmnEdge> edges = model.getModelElementsByType(BpmnEdge.class).stream()
                    .collect(java.util.stream.Collectors.toMap(BpmnEdge::getBpmnElement, edge -> edge));
            model.getModelElementsByType(SequenceFlow.class).forEach(flow -> {
                BpmnEdge edge = edges.get(flow);
                rule.assertThat(edge == null ? 0 : edge.getWaypoints().size())
                        .as("line of " + flow.getId())
                        .isGreaterThan(1);
            });
        });
    }

    @TestFactory
    Stream<DynamicTest> givesEveryUserTaskAFormADeadlineAndSomebody() {
        return each((name, model, rule) -> model.getModelElementsByType(UserTask.class)
                .forEach(task -> {
                    String id = task.getId();
                    rule.assertThat(task.getCamundaFormRef())
                            .as("form of " + id)
                            .isIn(forms);
                    rule.assertThat(task.getCamundaFormRefBinding())
                            .as("binding of the form of " + id)
                            .isEqualTo("latest");
                    rule.assertThat(task.getCamundaDueDate())
                            .as("due date of " + id)
                            .isNotBlank();
                    rule.assertThat(task.getCamundaAssignee() != null
                                    || !task.getCamundaCandidateGroupsList().isEmpty())
                            .as(id + " has an assignee or candidate groups")
                            .isTrue();
                    rule.assertThat(task.getCamundaCandidateGroupsList().stream()
                                    .filter(group -> !group.contains("${")))
                            .as("groups of " + id)
                            .isSubsetOf(GROUPS);
                    String[] lines = task.getName().split("\\R");
                    rule.assertThat(lines)
                            .as("name of " + id + " in two languages")
                            .hasSize(2);
                    rule.assertThat(hasChinese(lines[0]) && lines[lines.length - 1].matches("[\\x20-\\x7e]+"))
                            .as("name of " + id + ": Chinese, then English")
                            .isTrue();
                }));
    }

    @TestFactory
    Stream<DynamicTest> refersOnlyToWhatExists() {
        return each((name, model, rule) -> {
            model.getModelElementsByType(CallActivity.class).forEach(call -> {
                rule.assertThat(call.getCalledElement())
                        .as("called by " + call.getId())
                        .isIn(processes.keySet());
                rule.assertThat(String.valueOf(call.getCamundaCalledElementBinding()))
                        .as("binding of " + call.getId())
                        .isIn("null", "latest");
            });
            model.getModelElementsByType(BusinessRuleTask.class).stream()
                    .filter(task -> task.getCamundaDecisionRef() != null)
                    .forEach(task -> rule.assertThat(task.getCamundaDecisionRef())
                            .as("decision of " + task.getId())
                            .isIn(decisions));
        });
    }

    @TestFactory
    Stream<DynamicTest> runsBeansOnlyNeverScriptsOrClasses() {
        return each((name, model, rule) -> {
            rule.assertThat(model.getModelElementsByType(ScriptTask.class)).isEmpty();
            rule.assertThat(model.getModelElementsByType(CamundaScript.class)).isEmpty();
            rule.assertThat(model.getModelElementsByType(ConditionExpression.class))
                    .allMatch(condition -> condition.getLanguage() == null);
            rule.assertThat(model.getModelElementsByType(ServiceTask.class))
                    .allMatch(task -> task.getCamundaClass() == null);
            rule.assertThat(model.getModelElementsByType(CamundaTaskListener.class))
                    .allMatch(listener -> listener.getCamundaClass() == null);
            rule.assertThat(model.getModelElementsByType(CamundaExecutionListener.class))
                    .allMatch(listener -> listener.getCamundaClass() == null);
        });
    }

    @org.junit.jupiter.api.Test
    void everyFormBelongsToATask() {
        List<String> used = processes.values().stream()
                .flatMap(model -> Stream.concat(
                        model.getModelElementsByType(UserTask.class).stream().map(UserTask::getCamundaFormRef),
                        model.getModelElementsByType(org.camunda.bpm.model.bpmn.instance.StartEvent.class).stream()
                                .map(org.camunda.bpm.model.bpmn.instance.StartEvent::getCamundaFormRef)))
                .toList();
        assertThat(used).containsAll(forms);
    }

    private interface Check {

        void of(String name, BpmnModelInstance model, SoftAssertions rule);
    }

    private Stream<DynamicTest> each(Check check) {
        return processes.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(
                        entry.getKey(),
                        () -> SoftAssertions.assertSoftly(rule -> check.of(entry.getKey(), entry.getValue(), rule))));
    }

    private static String documentation(BaseElement element) {
        return element.getDocumentations().isEmpty()
                ? ""
                : element.getDocumentations().iterator().next().getTextContent();
    }

    private static boolean hasChinese(String text) {
        return text != null
                && text.codePoints()
                        .anyMatch(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.HAN);
    }
}
