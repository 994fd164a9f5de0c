package org.xinhuo.incentive.process.opportunity;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.engine.HouseRules;
import org.xinhuo.incentive.opportunity.TrainingTasks;

/** What the application tells the process of an offer. */
@Component
@Transactional
class TrainingProcess implements TrainingTasks {

    private final ProcessEngine engine;
    private final HouseRules rules;

    TrainingProcess(ProcessEngine engine, HouseRules rules) {
        this.engine = engine;
        this.rules = rules;
    }

    @Override
    public String publish(
            @Nullable String title,
            @Nullable String places,
            @Nullable String applyUntil,
            @Nullable String startsOn,
            @Nullable String description) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(TrainingOfferModel.TITLE, title);
        variables.put(TrainingOfferModel.PLACES, places);
        variables.put(TrainingOfferModel.APPLY_UNTIL, applyUntil);
        variables.put(TrainingOfferModel.STARTS_ON, startsOn);
        variables.put(TrainingOfferModel.DESCRIPTION, description);
        return rules.apply(() -> engine.getRuntimeService()
                .startProcessInstanceByKey(TrainingOfferModel.KEY, variables)
                .getBusinessKey());
    }

    @Override
    public boolean apply(String offerId, String lecturerId, String reason) {
        return rules.apply(() -> {
            Task open = engine.getTaskService()
                    .createTaskQuery()
                    .processDefinitionKey(TrainingOfferModel.KEY)
                    .processInstanceBusinessKey(offerId)
                    .taskDefinitionKey(TrainingOfferModel.APPLY_FOR_TRAINING)
                    .taskAssignee(lecturerId)
                    .singleResult();
            if (open == null) {
                return false;
            }
            complete(open, Map.of(TrainingOfferModel.REASON, reason));
            return true;
        });
    }

    /** Where the deadline passes in the same moment, the engine stumbles over what is gone. */
    private void complete(Task open, Map<String, Object> values) {
        try {
            engine.getTaskService().complete(open.getId(), values);
        } catch (ProcessEngineException failure) {
            if (failure.getCause() instanceof NullPointerException) {
                throw new OptimisticLockingFailureException("over meanwhile", failure);
            }
            throw failure;
        }
    }

    @Override
    public void freed(String offerId) {
        tell(offerId, TrainingOfferModel.PLACE_FREED, Map.of());
    }

    @Override
    public void callOff(String offerId, String why) {
        tell(
                offerId,
                TrainingOfferModel.CALLED_OFF,
                Map.of(TrainingOfferModel.REASON, Variables.stringValue(why, true)));
    }

    /** @param values transient: for the next step and no longer */
    private void tell(String offerId, String message, Map<String, Object> values) {
        rules.apply(() -> engine.getRuntimeService()
                .createMessageCorrelation(message)
                .processInstanceBusinessKey(offerId)
                .setVariables(values)
                .correlate());
    }
}
