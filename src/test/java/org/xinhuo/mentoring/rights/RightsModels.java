package org.xinhuo.mentoring.rights;

import java.io.File;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Message;

/** What the models of mentoring hold, so that what is added to them is asked about too. */
final class RightsModels {

    private static final List<BpmnModelInstance> MODELS = Stream.of(
                    "mentoring",
                    "matching",
                    "plan-negotiation",
                    "coaching",
                    "evaluation",
                    "to-do",
                    "cohort",
                    "cohort-withdrawal",
                    "departure")
            .map(process -> Bpmn.readModelFromFile(new File("bpmn/" + process + ".bpmn")))
            .toList();

    private RightsModels() {}

    /** The names of all messages that one of them waits for. */
    static Set<String> messages() {
        return MODELS.stream()
                .map(model -> model.getModelElementsByType(Message.class))
                .flatMap(Collection::stream)
                .map(Message::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
