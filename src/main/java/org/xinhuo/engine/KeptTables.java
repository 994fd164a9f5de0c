package org.xinhuo.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.xinhuo.base.Refusal;

/**
 * The engine's repository; nobody deletes a decision table. Results, rewards and titles name the version that decided them,
 * and are judged by it again for years: deleted, the engine would give its number to the next table.
 */
class KeptTables extends RepositoryServiceImpl {

    @Override
    public void deleteDeployment(String deploymentId) {
        refuseTables(deploymentId);
        super.deleteDeployment(deploymentId);
    }

    @Override
    public void deleteDeploymentCascade(String deploymentId) {
        refuseTables(deploymentId);
        super.deleteDeploymentCascade(deploymentId);
    }

    @Override
    public void deleteDeployment(String deploymentId, boolean cascade) {
        refuseTables(deploymentId);
        super.deleteDeployment(deploymentId, cascade);
    }

    @Override
    public void deleteDeployment(String deploymentId, boolean cascade, boolean skipCustomListeners) {
        refuseTables(deploymentId);
        super.deleteDeployment(deploymentId, cascade, skipCustomListeners);
    }

    @Override
    public void deleteDeployment(
            String deploymentId, boolean cascade, boolean skipCustomListeners, boolean skipIoMappings) {
        refuseTables(deploymentId);
        super.deleteDeployment(deploymentId, cascade, skipCustomListeners, skipIoMappings);
    }

    private void refuseTables(String deploymentId) {
        if (Context.getCommandContext() != null || deploymentId == null) {
            return;
        }
        List<DecisionDefinition> tables = commandExecutor.execute(context -> {
            Authentication who = context.getAuthentication();
            return who == null || who.getUserId() == null
                    ? List.<DecisionDefinition>of()
                    : context.runWithoutAuthorization(() -> createDecisionDefinitionQuery()
                            .deploymentId(deploymentId)
                            .list());
        });
        if (!tables.isEmpty()) {
            throw Refusal.conflict(
                    "engine.tableStays", tables.get(0).getKey(), tables.get(0).getVersion());
        }
    }
}
