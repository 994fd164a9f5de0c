package org.xinhuo.incentive.process;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.engine.HouseRules;
import org.xinhuo.incentive.sharing.ShareMessages;

/** What the application tells the process of a share. */
@Component
@Transactional
class SharingProcess implements ShareMessages {

    private final ProcessEngine engine;
    private final HouseRules rules;

    SharingProcess(ProcessEngine engine, HouseRules rules) {
        this.engine = engine;
        this.rules = rules;
    }

    @Override
    public boolean cancel(String shareId) {
        return send(shareId, SharingModel.CANCELLED, Map.of());
    }

    @Override
    public boolean move(String shareId) {
        return send(shareId, SharingModel.MOVED, Map.of());
    }

    @Override
    public boolean allRated(String shareId) {
        return send(shareId, SharingModel.ALL_RATED, Map.of());
    }

    @Override
    public boolean passOn(String shareId, String newLecturerId) {
        return send(shareId, SharingModel.SWAPPED, Map.of(SharingModel.LECTURER_ID, newLecturerId));
    }

    @Override
    public boolean submitContent(String shareId, String lecturerId, String outline, @Nullable String cases) {
        Map<String, Object> values = new HashMap<>();
        values.put("outline", outline);
        values.put("cases", cases);
        return rules.apply(() -> {
            Task open = engine.getTaskService()
                    .createTaskQuery()
                    .processInstanceBusinessKey(shareId)
                    .processDefinitionKey(SharingModel.PROCESS)
                    .taskDefinitionKey(SharingModel.SUBMIT_CONTENT)
                    .taskAssignee(lecturerId)
                    .singleResult();
            if (open == null) {
                return false;
            }
            engine.getTaskService().complete(open.getId(), values);
            return true;
        });
    }

    private boolean send(String shareId, String message, Map<String, Object> values) {
        try {
            rules.apply(() -> {
                engine.getRuntimeService()
                        .createMessageCorrelation(message)
                        .processInstanceBusinessKey(shareId)
                        .setVariables(values)
                        .correlate();
            });
            return true;
        } catch (MismatchingMessageCorrelationException notWaiting) {
            return false;
        }
    }
}
