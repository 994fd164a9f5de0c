package org.xinhuo.mentoring.process.absence;

import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngineServices;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.mentoring.Substitutions.Substitution;
import org.xinhuo.mentoring.absence.StandIn;
import org.xinhuo.mentoring.process.stage.BarredClaims;

/** A substitute begins. */
@Component("beginSubstitution")
class BeginSubstitutionDelegate implements JavaDelegate {

    private final StandIn standIn;
    private final MentorTasks tasks;
    private final BarredClaims claims;

    BeginSubstitutionDelegate(StandIn standIn, MentorTasks tasks, BarredClaims claims) {
        this.standIn = standIn;
        this.tasks = tasks;
        this.claims = claims;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProcessEngineServices engine = execution.getProcessEngineServices();
        long id = (Long) execution.getVariable(AbsenceModel.SUBSTITUTION_ID);
        // The one before ends at this very instant; which of the two timers fires first is up to chance.
        Optional<Substitution> before = standIn.endBefore(id);
        standIn.begin(id).ifPresent(substitution -> {
            String key = substitution.mentorshipId();
            before.ifPresent(other -> tasks.pass(engine, key, other.substituteId(), substitution.substituteId()));
            tasks.pass(engine, key, substitution.mentorId(), substitution.substituteId());
            claims.release(engine, key, substitution.substituteId());
        });
    }
}
