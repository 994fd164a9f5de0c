package org.xinhuo.mentoring.process.stage;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.springframework.stereotype.Component;

/**
 * Takes away what earlier versions kept in a process, and so in its history, and should not have. Where nothing is left
 * this is two queries by name.
 */
@Component
public class ForgottenVariables {

    private final RuntimeService runtime;
    private final HistoryService history;
    private final RepositoryService models;

    ForgottenVariables(ProcessEngine engine) {
        this.runtime = engine.getRuntimeService();
        this.history = engine.getHistoryService();
        this.models = engine.getRepositoryService();
    }

    /** From every instance of this process, running or ended. */
    public void forget(String process, String variable) {
        // First what still runs: a variable that is there would go on writing its history.
        runtime.createVariableInstanceQuery().variableName(variable).list().stream()
                .filter(kept -> isOf(process, kept))
                .forEach(kept -> runtime.removeVariable(kept.getExecutionId(), variable));
        history.createHistoricVariableInstanceQuery().variableName(variable).includeDeleted().list().stream()
                .filter(kept -> process.equals(kept.getProcessDefinitionKey()))
                .map(HistoricVariableInstance::getId)
                .forEach(this::forget);
    }

    private void forget(String variableId) {
        try {
            history.deleteHistoricVariableInstance(variableId);
        } catch (NotFoundException gone) {
            // Another node that starts just now was quicker.
            return;
        }
    }

    private boolean isOf(String process, VariableInstance kept) {
        String definition = kept.getProcessDefinitionId();
        return definition != null
                && models.getProcessDefinition(definition).getKey().equals(process);
    }
}
