package org.xinhuo.mentoring.process.coaching;

import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.mentoring.coaching.PassPeriods;

/** A period has passed, or somebody is to be told of one; the firing of the timer is the fact. */
@Component(CoachingModel.PASS_PERIODS)
class PassPeriodsDelegate implements JavaDelegate {

    private final PassPeriods passPeriods;
    private final CompanyTime time;

    PassPeriodsDelegate(PassPeriods passPeriods, CompanyTime time) {
        this.passPeriods = passPeriods;
        this.time = time;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Instant meant = ((Date) execution.getVariable(CoachingModel.PERIODS_PASS_AT)).toInstant();
        Instant until = meant.isAfter(time.now()) ? meant : time.now();
        Optional<Instant> next = passPeriods.pass(execution.getProcessBusinessKey(), until);
        execution.setVariable(CoachingModel.PERIODS_GO_ON, next.isPresent());
        next.ifPresent(instant -> execution.setVariable(CoachingModel.PERIODS_PASS_AT, Date.from(instant)));
    }
}
