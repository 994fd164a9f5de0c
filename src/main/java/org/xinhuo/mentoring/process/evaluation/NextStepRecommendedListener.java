package org.xinhuo.mentoring.process.evaluation;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.Outcome.DecisionRef;
import org.xinhuo.mentoring.evaluation.ConcludeEvaluation;

/**
 * Stores what the table answered, in the version that the engine has just evaluated: the latest. For evaluations that
 * began under a model in which the engine asks the table by itself; the newest asks by {@link RecommendNextStepDelegate}.
 */
@Component("nextStepRecommended")
class NextStepRecommendedListener implements ExecutionListener {

    private final ConcludeEvaluation concludeEvaluation;

    NextStepRecommendedListener(ConcludeEvaluation concludeEvaluation) {
        this.concludeEvaluation = concludeEvaluation;
    }

    @Override
    public void notify(DelegateExecution execution) {
        String answer = RecommendNextStepDelegate.known(execution.getVariable(EvaluationModel.NEXT_STEP));
        execution.setVariable(EvaluationModel.NEXT_STEP, answer);
        DecisionDefinition table = execution
                .getProcessEngineServices()
                .getRepositoryService()
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(EvaluationModel.DECISION)
                .latestVersion()
                .withoutTenantId()
                .singleResult();
        concludeEvaluation.recommend(
                execution.getProcessBusinessKey(),
                answer,
                new DecisionRef(table.getKey(), table.getVersion(), table.getId()));
    }
}
