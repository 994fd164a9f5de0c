package org.xinhuo.mentoring.process.plan;

import java.time.LocalDateTime;
import java.time.Period;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.engine.Decisions;
import org.xinhuo.engine.Outcome;
import org.xinhuo.engine.ProcessBean;

/**
 * How long each task of plan-negotiation may take, asked of the decision table plan-deadlines when the task opens. The
 * table is asked for the due date with a trace in the history, and for the two timers of the same task without.
 */
@Component("planDeadlines")
@ProcessBean
public class PlanDeadlines {

    private static final String DECISION = "plan-deadlines";

    private final Decisions decisions;
    private final CompanyTime time;

    PlanDeadlines(Decisions decisions, CompanyTime time) {
        this.decisions = decisions;
        this.time = time;
    }

    /** When the task is due. */
    public Date dueAt(DelegateExecution execution, String task) {
        Outcome.Row row = decisions.decide(DECISION, inputs(execution, task)).first();
        return at(row.text("due"));
    }

    /** When the person who is to do the task is reminded. */
    public Date remindAt(DelegateExecution execution, String task) {
        return at(asked(execution, task).text("remindAfter"));
    }

    /** When HR is told. */
    public Date escalateAt(DelegateExecution execution, String task) {
        return at(asked(execution, task).text("escalateAfter"));
    }

    private Outcome.Row asked(DelegateExecution execution, String task) {
        return decisions.preview(DECISION).decide(inputs(execution, task)).first();
    }

    private static Map<String, Object> inputs(DelegateExecution execution, String task) {
        return Map.of("task", task, "region", execution.getVariable(PlanNegotiationModel.REGION));
    }

    private Date at(String isoPeriod) {
        LocalDateTime now = LocalDateTime.ofInstant(time.now(), time.zone());
        return Date.from(now.plus(Period.parse(isoPeriod)).atZone(time.zone()).toInstant());
    }
}
