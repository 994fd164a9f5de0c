package org.xinhuo.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.jspecify.annotations.Nullable;

/**
 * Which sequence flows were taken. The engine keeps no record of them, so they are inferred: an activity was reached
 * from the one that ended last before it began, among those that have a flow to it and were not yet followed along
 * that flow.
 */
final class TakenPath {

    private TakenPath() {}

    /** @param activities of one instance, in the order they began */
    static Set<String> of(List<HistoricActivityInstance> activities, BpmnModelInstance model) {
        Map<String, List<HistoricActivityInstance>> earlier = new HashMap<>();
        Set<String> followed = new HashSet<>();
        Set<String> taken = new LinkedHashSet<>();
        for (HistoricActivityInstance reached : activities) {
            if (model.getModelElementById(reached.getActivityId()) instanceof FlowNode node) {
                Step step = lastStepTo(node, reached, earlier, followed);
                if (step != null) {
                    taken.add(step.flow().getId());
                    followed.add(step.mark());
                }
            }
            earlier.computeIfAbsent(reached.getActivityId(), id -> new ArrayList<>())
                    .add(reached);
        }
        return taken;
    }

    private record Step(SequenceFlow flow, HistoricActivityInstance from) {

        String mark() {
            return flow.getId() + "@" + from.getId();
        }
    }

    private static @Nullable Step lastStepTo(
            FlowNode node,
            HistoricActivityInstance reached,
            Map<String, List<HistoricActivityInstance>> earlier,
            Set<String> followed) {
        Step last = null;
        for (SequenceFlow flow : node.getIncoming()) {
            for (HistoricActivityInstance from :
                    earlier.getOrDefault(flow.getSource().getId(), List.of())) {
                Step step = new Step(flow, from);
                if (from.getEndTime() != null
                        && !from.isCanceled()
                        && !from.getEndTime().after(reached.getStartTime())
                        && !followed.contains(step.mark())
                        && (last == null
                                || !from.getEndTime().before(last.from().getEndTime()))) {
                    last = step;
                }
            }
        }
        return last;
    }
}
