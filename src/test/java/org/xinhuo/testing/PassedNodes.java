package org.xinhuo.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Fails a test class that leaves a flow node of its process unvisited. */
public class PassedNodes implements AfterEachCallback, AfterAllCallback {

    private final String process;
    private final Set<String> passed = new HashSet<>();
    private boolean anyFailed;
    private Predicate<FlowNode> asked = node -> true;

    public PassedNodes(String process) {
        this.process = process;
    }

    /** Leaves out the nodes that another class of tests passes. */
    public PassedNodes but(String... passedElsewhere) {
        passed.addAll(Set.of(passedElsewhere));
        return this;
    }

    /** These alone; another class of tests passes the others. */
    public PassedNodes only(String... nodes) {
        asked = node -> Set.of(nodes).contains(node.getId());
        return this;
    }

    /** Only what these sub-processes hold. */
    public PassedNodes within(String... subProcesses) {
        asked = node -> isIn(node, Set.of(subProcesses));
        return this;
    }

    /** All but what these sub-processes hold, which another class passes. */
    public PassedNodes without(String... subProcesses) {
        asked = node -> !isIn(node, Set.of(subProcesses));
        return this;
    }

    private static boolean isIn(ModelElementInstance node, Set<String> subProcesses) {
        for (ModelElementInstance at = node; at != null; at = at.getParentElement()) {
            if (at instanceof SubProcess scope && subProcesses.contains(scope.getId())) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void afterEach(ExtensionContext test) {
        anyFailed |= test.getExecutionException().isPresent();
        engine(test).getHistoryService().createHistoricActivityInstanceQuery().list().stream()
                .filter(activity -> process.equals(activity.getProcessDefinitionKey()))
                .forEach(activity -> passed.add(activity.getActivityId()));
    }

    @Override
    public void afterAll(ExtensionContext tests) {
        if (anyFailed) {
            return;
        }
        List<ProcessDefinition> versions = engine(tests)
                .getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .list();
        Set<String> drawn = engine(tests)
                .getRepositoryService()
                .getBpmnModelInstance(versions.get(0).getId())
                .getModelElementsByType(FlowNode.class)
                .stream()
                .filter(asked)
                .map(FlowNode::getId)
                .collect(Collectors.toCollection(TreeSet::new));
        drawn.removeAll(passed);
        assertThat(drawn)
                .as("flow nodes of " + process + " that no test passed")
                .isEmpty();
    }

    private static ProcessEngine engine(ExtensionContext context) {
        return SpringExtension.getApplicationContext(context).getBean(ProcessEngine.class);
    }
}
