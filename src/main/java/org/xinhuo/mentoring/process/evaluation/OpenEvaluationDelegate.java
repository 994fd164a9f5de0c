package org.xinhuo.mentoring.process.evaluation;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.mentoring.Mentorship;
import org.xinhuo.mentoring.evaluation.OpenEvaluation;
import org.xinhuo.mentoring.process.stage.StageStart;
import org.xinhuo.people.Employees;

/** Begins the evaluation. */
@Component("openEvaluation")
class OpenEvaluationDelegate implements JavaDelegate {

    private final StageStart start;
    private final OpenEvaluation openEvaluation;
    private final Employees employees;

    OpenEvaluationDelegate(StageStart start, OpenEvaluation openEvaluation, Employees employees) {
        this.start = start;
        this.openEvaluation = openEvaluation;
        this.employees = employees;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Mentorship mentorship = start.of(execution);
        execution.setVariable(
                EvaluationModel.REGION, employees.get(mentorship.menteeId()).region());
        openEvaluation.open(mentorship.id());
    }
}
