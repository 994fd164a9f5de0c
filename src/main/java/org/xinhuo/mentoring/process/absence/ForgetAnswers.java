package org.xinhuo.mentoring.process.absence;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * What the two of a silent pair answer is nobody's to read. Earlier versions kept it in the process and so in its history;
 * at each start whatever is left of that is taken away. Where nothing is left this is two queries by name.
 */
@Component
class ForgetAnswers implements SmartInitializingSingleton {

    private final RuntimeService runtime;
    private final HistoryService history;
    private final RepositoryService models;

    ForgetAnswers(ProcessEngine engine) {
        this.runtime = engine.getRuntimeService();
        this.history = engine.getHistoryService();
        this.models = engine.getRepositoryService();
    }

    @Override
    public void afterSingletonsInstantiated() {
        // First what still runs: a variable that is there would go on writing its history.
        runtime.createVariableInstanceQuery().variableName(AbsenceModel.ANSWER).list().stream()
                .filter(this::isOurs)
                .forEach(kept -> runtime.removeVariable(kept.getExecutionId(), AbsenceModel.ANSWER));
        history.createHistoricVariableInstanceQuery().variableName(AbsenceModel.ANSWER).includeDeleted().list().stream()
                .filter(kept -> AbsenceModel.KEY.equals(kept.getProcessDefinitionKey()))
                .map(HistoricVariableInstance::getId)
                .forEach(history::deleteHistoricVariableInstance);
    }

    private boolean isOurs(VariableInstance kept) {
        String definition = kept.getProcessDefinitionId();
        return definition != null
                && models.getProcessDefinition(definition).getKey().equals(AbsenceModel.KEY);
    }
}
