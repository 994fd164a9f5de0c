package org.xinhuo.mentoring.process.evaluation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.Decisions;
import org.xinhuo.engine.Outcome;
import org.xinhuo.mentoring.evaluation.ConcludeEvaluation;

/** Asks the table next-step and stores what it answered, with its version. */
@Component("recommendNextStep")
class RecommendNextStepDelegate implements JavaDelegate {

    private static final Logger log = LoggerFactory.getLogger(RecommendNextStepDelegate.class);

    private static final List<String> INPUTS = List.of("menteeRecommendation", "mentorRecommendation", "gapClosed");
    private static final Set<String> STEPS = Set.of("graduate", "continue", "rematch");
    private static final String ASK_HR = "ask HR";

    private final Decisions decisions;
    private final ConcludeEvaluation concludeEvaluation;

    RecommendNextStepDelegate(Decisions decisions, ConcludeEvaluation concludeEvaluation) {
        this.decisions = decisions;
        this.concludeEvaluation = concludeEvaluation;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Map<String, Object> inputs = new HashMap<>();
        INPUTS.forEach(input -> inputs.put(input, execution.getVariable(input)));
        Outcome outcome = decisions.decide(EvaluationModel.DECISION, inputs);
        List<Outcome.Row> rows = outcome.rowsIfAny();
        String answer = known(rows.isEmpty() ? null : rows.get(0).value(EvaluationModel.NEXT_STEP));
        execution.setVariable(EvaluationModel.NEXT_STEP, answer);
        concludeEvaluation.recommend(execution.getProcessBusinessKey(), answer, outcome.decision());
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
