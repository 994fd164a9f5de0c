package org.xinhuo.mentoring.process.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.FlowNode;

/** Which flow nodes of one model the tests of a class have passed, all together. */
public class PassedFlowNodes {

    private final String process;
    private final Set<String> passed = new TreeSet<>();

    public PassedFlowNodes(String process) {
        this.process = process;
    }

    /** After each test, while its history is there. */
    public void add(ProcessEngine engine) {
        engine.getHistoryService().createHistoricActivityInstanceQuery().list().forEach(activity -> {
            if (activity.getProcessDefinitionKey().equals(process)) {
                passed.add(activity.getActivityId());
            }
        });
    }

    /** After all tests: nothing that our model draws was left out. */
    public void areAll() {
        Set<String> drawn = Bpmn.readModelFromStream(getClass().getResourceAsStream("/bpmn/" + process + ".bpmn"))
                .getModelElementsByType(FlowNode.class)
                .stream()
                .map(FlowNode::getId)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(passed).containsAll(drawn);
    }
}
