package org.xinhuo.mentoring.process.stage;

import java.time.LocalDateTime;
import java.time.Period;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.engine.Decisions;
import org.xinhuo.engine.Outcome;

/**
 * How long each task of a stage may take, asked of a decision table by task and region when the task opens. The table is
 * asked for the due date with a trace in the history, and for the two timers of the same task without. The region is a
 * variable of the process, which its first step sets.
 */
public abstract class StageDeadlines {

    private static final String REGION = "region";

    private final String decision;
    private final Decisions decisions;
    private final CompanyTime time;

    /** @param decision the table: task, region to the ISO periods due, remindAfter, escalateAfter */
    protected StageDeadlines(String decision, Decisions decisions, CompanyTime time) {
        this.decision = decision;
        this.decisions = decisions;
        this.time = time;
    }

    /** When the task is due. */
    public Date dueAt(DelegateExecution execution, String task) {
        Outcome.Row row = decisions.decide(decision, inputs(execution, task)).first();
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
        return decisions.preview(decision).decide(inputs(execution, task)).first();
    }

    private static Map<String, Object> inputs(DelegateExecution execution, String task) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("task", task);
        inputs.put(REGION, execution.getVariable(REGION));
        return inputs;
    }

    private Date at(String isoPeriod) {
        LocalDateTime now = LocalDateTime.ofInstant(time.now(), time.zone());
        return Date.from(now.plus(Period.parse(isoPeriod)).atZone(time.zone()).toInstant());
    }
}
