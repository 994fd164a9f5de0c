package org.xinhuo.mentoring.process.absence;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.mentoring.absence.StandIn;

/** The mentor is back. */
@Component("endSubstitution")
class EndSubstitutionDelegate implements JavaDelegate {

    private final StandIn standIn;
    private final MentorTasks tasks;

    EndSubstitutionDelegate(StandIn standIn, MentorTasks tasks) {
        this.standIn = standIn;
        this.tasks = tasks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        standIn.end((Long) execution.getVariable(AbsenceModel.SUBSTITUTION_ID))
                .ifPresent(substitution -> tasks.pass(
                        execution.getProcessEngineServices(),
                        execution.getProcessBusinessKey(),
                        substitution.substituteId(),
                        substitution.mentorId()));
    }
}
