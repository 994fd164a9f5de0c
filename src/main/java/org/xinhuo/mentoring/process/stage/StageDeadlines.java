package org.xinhuo.mentoring.process.stage;

import java.time.LocalDateTime;
import java.time.Period;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.engine.Decisions;
import org.xinhuo.engine.UsableAnswer;

/**
 * How long each task of a stage may take, asked of a decision table by task and region when the task opens. The table is
 * asked for the due date with a trace in the history, and for the two timers of the same task without. The region is a
 * variable of the process, which its first step sets.
 */
public abstract class StageDeadlines {

    private static final String REGION = "region";

    /** What comes with the product for a task; it counts where the table gives no usable answer. */
    public record Deadline(Period due, Period remindAfter, Period escalateAfter) {

        public static Deadline days(int due, int remindAfter, int escalateAfter) {
            return new Deadline(Period.ofDays(due), Period.ofDays(remindAfter), Period.ofDays(escalateAfter));
        }
    }

    private final String decision;
    private final Decisions decisions;
    private final CompanyTime time;

    /** @param decision the table: task, region to the ISO periods due, remindAfter, escalateAfter */
    protected StageDeadlines(String decision, Decisions decisions, CompanyTime time) {
        this.decision = decision;
        this.decisions = decisions;
        this.time = time;
    }

    /** What the table says as it comes with the product. */
    protected abstract Deadline shipped(String task);

    /** When the task is due. */
    public Date dueAt(DelegateExecution execution, String task) {
        UsableAnswer answer = UsableAnswer.of(decisions.decide(decision, inputs(execution, task)));
        return at(answer.period("due", shipped(task).due()));
    }

    /** When the person who is to do the task is reminded. */
    public Date remindAt(DelegateExecution execution, String task) {
        return at(asked(execution, task).period("remindAfter", shipped(task).remindAfter()));
    }

    /** When HR is told. */
    public Date escalateAt(DelegateExecution execution, String task) {
        return at(asked(execution, task).period("escalateAfter", shipped(task).escalateAfter()));
    }

    private UsableAnswer asked(DelegateExecution execution, String task) {
        return UsableAnswer.of(decisions.preview(decision).decide(inputs(execution, task)));
    }

    private static Map<String, Object> inputs(DelegateExecution execution, String task) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("task", task);
        inputs.put(REGION, execution.getVariable(REGION));
        return inputs;
    }

    private Date at(Period period) {
        LocalDateTime now = LocalDateTime.ofInstant(time.now(), time.zone());
        return Date.from(now.plus(period).atZone(time.zone()).toInstant());
    }
}
