package org.xinhuo.mentoring.process.evaluation;

import java.math.BigDecimal;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
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
        execution.setVariable(EvaluationModel.MENTEE_RECOMMENDATION, comparison.menteeRecommendation());
        execution.setVariable(EvaluationModel.MENTOR_RECOMMENDATION, comparison.mentorRecommendation());
        BigDecimal gapClosed = comparison.gapClosed();
        execution.setVariable(EvaluationModel.GAP_CLOSED, gapClosed == null ? null : gapClosed.doubleValue());
    }
}
