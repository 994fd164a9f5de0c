package org.xinhuo.mentoring.process.cohort;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.mentoring.cohort.StartCohort;
import org.xinhuo.mentoring.process.MentoringProcess;

/** Starts mentoring for the next portion of mentees. */
@Component(CohortModel.START_MENTORSHIPS)
class StartMentorshipsDelegate implements JavaDelegate {

    private final StartCohort startCohort;
    private final MentoringProcess mentoring;

    StartMentorshipsDelegate(StartCohort startCohort, MentoringProcess mentoring) {
        this.startCohort = startCohort;
        this.mentoring = mentoring;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String cohort = execution.getProcessBusinessKey();
        startCohort.nextToStart(cohort).forEach((mentee, mentorship) -> mentoring.start(mentorship, mentee));
        execution.setVariable(CohortModel.MORE_TO_START, startCohort.isMoreToStart(cohort));
        execution.setVariable(CohortModel.EVERYBODY_ANSWERED, startCohort.isEverybodyAnswered(cohort));
    }
}
