package org.xinhuo.mentoring.process.evaluation;

import java.math.BigDecimal;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xinhuo.mentoring.evaluation.CompareResults;

/** Computes the figures and sets the inputs of the table. */
@Component("compareResults")
class CompareResultsDelegate implements JavaDelegate {

    private final CompareResults compareResults;

    CompareResultsDelegate(CompareResults compareResults) {
        this.compareResults = compareResults;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CompareResults.Comparison comparison = compareResults.compare(execution.getProcessBusinessKey());
        forNow(execution, EvaluationModel.MENTEE_RECOMMENDATION, comparison.menteeRecommendation());
        forNow(execution, EvaluationModel.MENTOR_RECOMMENDATION, comparison.mentorRecommendation());
        BigDecimal gapClosed = comparison.gapClosed();
        execution.setVariable(EvaluationModel.GAP_CLOSED, gapClosed == null ? null : gapClosed.doubleValue());
    }

    /** The table is asked in the same transaction; after it nobody who reads variables learns what somebody answered. */
    private static void forNow(DelegateExecution execution, String name, @Nullable String value) {
        // Kept by an earlier version, where an administrator has moved the process back here.
        execution.removeVariable(name);
        execution.setVariable(
                name, value == null ? Variables.untypedNullValue(true) : Variables.stringValue(value, true));
    }
}
