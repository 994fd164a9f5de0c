package org.xinhuo.mentoring.process.coaching;

import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.engine.ProcessBean;
import org.xinhuo.mentoring.coaching.Duty;
import org.xinhuo.mentoring.coaching.DutyKind;
import org.xinhuo.mentoring.coaching.OpenCoaching;
import org.xinhuo.mentoring.coaching.PassPeriods;
import org.xinhuo.mentoring.coaching.PressDuty;
import org.xinhuo.mentoring.coaching.ScheduleDuty;

/** What the three rows of the model coaching say about their duty; the row names it by its code. */
@Component("coachingDuties")
@ProcessBean
public class CoachingDuties {

    private final ScheduleDuty scheduleDuty;
    private final PressDuty pressDuty;
    private final PassPeriods passPeriods;
    private final CompanyTime time;

    CoachingDuties(ScheduleDuty scheduleDuty, PressDuty pressDuty, PassPeriods passPeriods, CompanyTime time) {
        this.scheduleDuty = scheduleDuty;
        this.pressDuty = pressDuty;
        this.passPeriods = passPeriods;
        this.time = time;
    }

    /** Computes the next period and sets the row's instants, or says that there is none. */
    public void scheduleNext(DelegateExecution execution, String duty) {
        DutyKind kind = DutyKind.of(duty);
        Optional<Duty> next = scheduleDuty.next(execution.getProcessBusinessKey(), kind);
        execution.setVariable(CoachingModel.next(kind), next.isPresent());
        next.ifPresent(owed -> setInstants(execution, owed));
    }

    /** Tells the mentor that the duty is nearly due. */
    public void remind(DelegateExecution execution, String duty) {
        pressDuty.remind(execution.getProcessBusinessKey(), DutyKind.of(duty));
    }

    /** Tells the mentor and HR that the duty is overdue. */
    public void escalate(DelegateExecution execution, String duty) {
        pressDuty.escalate(execution.getProcessBusinessKey(), DutyKind.of(duty));
    }

    /** Sets the end of the coaching and what is owed first under a plan; a kind of which nothing is owed has no next. */
    void begin(DelegateExecution execution, OpenCoaching.Opened under) {
        execution.setVariable(CoachingModel.COACHING_ENDS_AT, Date.from(under.endsAt()));
        for (DutyKind kind : DutyKind.values()) {
            execution.setVariable(CoachingModel.next(kind), false);
        }
        under.duties().forEach(duty -> setInstants(execution, duty));
        execution.setVariable(
                CoachingModel.PERIODS_PASS_AT,
                Date.from(passPeriods.first(execution.getProcessBusinessKey()).orElse(under.endsAt())));
    }

    private void setInstants(VariableScope scope, Duty duty) {
        DutyKind kind = duty.kind();
        scope.setVariable(CoachingModel.next(kind), true);
        scope.setVariable(CoachingModel.opensAt(kind), Date.from(duty.opensAt()));
        scope.setVariable(CoachingModel.openNow(kind), !duty.opensAt().isAfter(time.now()));
        scope.setVariable(CoachingModel.remindAt(kind), Date.from(duty.remindAt()));
        scope.setVariable(CoachingModel.dueAt(kind), Date.from(duty.dueAt()));
        scope.setVariable(CoachingModel.escalateAt(kind), Date.from(duty.escalateAt()));
    }
}
