package org.xinhuo.mentoring.process.evaluation;

import org.springframework.stereotype.Component;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.engine.Decisions;
import org.xinhuo.engine.ProcessBean;
import org.xinhuo.mentoring.process.stage.StageDeadlines;

/** How long each task of evaluation may take, by the decision table evaluation-deadlines. */
@Component("evaluationDeadlines")
@ProcessBean
public class EvaluationDeadlines extends StageDeadlines {

    EvaluationDeadlines(Decisions decisions, CompanyTime time) {
        super("evaluation-deadlines", decisions, time);
    }

    @Override
    protected Deadline shipped(String task) {
        return EvaluationModel.DECIDE_NEXT_STEP.equals(task) ? Deadline.days(5, 5, 8) : Deadline.days(7, 7, 10);
    }
}
