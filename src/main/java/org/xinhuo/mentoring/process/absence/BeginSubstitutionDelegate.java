package org.xinhuo.mentoring.process.absence;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.mentoring.absence.StandIn;

/** A substitute begins. */
@Component("beginSubstitution")
class BeginSubstitutionDelegate implements JavaDelegate {

    private final StandIn standIn;
    private final MentorTasks tasks;

    BeginSubstitutionDelegate(StandIn standIn, MentorTasks tasks) {
        this.standIn = standIn;
        this.tasks = tasks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        standIn.begin((Long) execution.getVariable(AbsenceModel.SUBSTITUTION_ID))
                .ifPresent(substitution -> tasks.pass(
                        execution.getProcessEngineServices(),
                        execution.getProcessBusinessKey(),
                        substitution.mentorId(),
                        substitution.substituteId()));
    }
}
