package org.xinhuo.mentoring.process.evaluation;

import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.Outcome.DecisionRef;
import org.xinhuo.mentoring.evaluation.ConcludeEvaluation;

/** Stores what the table answered, in the version that the engine has just evaluated: the latest. */
@Component("nextStepRecommended")
class NextStepRecommendedListener implements ExecutionListener {

    private static final Logger log = LoggerFactory.getLogger(NextStepRecommendedListener.class);

    private static final Set<String> STEPS = Set.of("graduate", "continue", "rematch");
    private static final String ASK_HR = "ask HR";

    private final ConcludeEvaluation concludeEvaluation;

    NextStepRecommendedListener(ConcludeEvaluation concludeEvaluation) {
        this.concludeEvaluation = concludeEvaluation;
    }

    @Override
    public void notify(DelegateExecution execution) {
        String answer = known(execution.getVariable(EvaluationModel.NEXT_STEP));
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

    /** A step that no loop knows, or none at all, is HR's to decide: a slip in the table stops nobody's mentorship. */
    static String known(@Nullable Object answer) {
        if (answer != null && (STEPS.contains(answer.toString()) || ASK_HR.equals(answer))) {
            return answer.toString();
        }
        log.warn("{} answers {}; HR is asked", EvaluationModel.DECISION, answer);
        return ASK_HR;
    }
}
