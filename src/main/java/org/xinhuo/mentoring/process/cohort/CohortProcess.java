package org.xinhuo.mentoring.process.cohort;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.Refusal;
import org.xinhuo.engine.HouseRules;
import org.xinhuo.mentoring.absence.MentorshipResumed;
import org.xinhuo.mentoring.cohort.AssignCohort;
import org.xinhuo.mentoring.cohort.EverybodyAnswered;
import org.xinhuo.mentoring.cohort.FormCohort;
import org.xinhuo.mentoring.cohort.UnfitMentees;
import org.xinhuo.mentoring.cohort.WithdrawCohort;

/** What the application tells a cohort's process. */
@Component
@Transactional
public class CohortProcess {

    private final ProcessEngine engine;
    private final HouseRules rules;
    private final FormCohort formCohort;
    private final WithdrawCohort withdrawCohort;
    private final AssignCohort assignCohort;

    CohortProcess(
            @Lazy ProcessEngine engine,
            HouseRules rules,
            FormCohort formCohort,
            WithdrawCohort withdrawCohort,
            AssignCohort assignCohort) {
        this.engine = engine;
        this.rules = rules;
        this.formCohort = formCohort;
        this.withdrawCohort = withdrawCohort;
        this.assignCohort = assignCohort;
    }

    /**
     * Forms a cohort and starts its process, which goes on by itself.
     *
     * @param personId who of HR
     * @return the cohort's id
     * @throws Refusal where the person may not, the name is missing or too long, nobody or too many are named
     * @throws UnfitMentees naming everybody who cannot be in it
     */
    public String form(@Nullable String name, @Nullable List<@Nullable String> menteeIds, String personId) {
        String id = formCohort.form(name, menteeIds, personId);
        rules.apply(() -> engine.getRuntimeService().startProcessInstanceByKey(CohortModel.PROCESS, id));
        return id;
    }

    /**
     * Takes a cohort back; its mentorships follow by themselves, one portion after the other.
     *
     * @param personId who of HR
     * @param reason in words; kept
     * @throws Refusal where the person may not, there is no such cohort, the reason is missing, too long or no text, it was
     *     taken back before, or nobody of it waits for a first mentor any more
     */
    public void withdraw(String cohortId, String personId, @Nullable String reason) {
        withdrawCohort.withdraw(cohortId, personId, reason);
        rules.apply(() -> engine.getRuntimeService().startProcessInstanceByKey(CohortModel.WITHDRAWAL, cohortId));
    }

    /** The process of the cohort ends here, where it still runs; also one that began under a model without this. */
    void stop(String cohortId) {
        tell(CohortModel.WITHDRAWN_MESSAGE, cohortId);
        rules.apply(() -> {
            RuntimeService runtime = engine.getRuntimeService();
            runtime.createProcessInstanceQuery()
                    .processDefinitionKey(CohortModel.PROCESS)
                    .processInstanceBusinessKey(cohortId)
                    .list()
                    .forEach(left -> runtime.deleteProcessInstance(left.getId(), CohortModel.WITHDRAWN_MESSAGE));
        });
    }

    /** Until when the mentees choose, as the process waits for it; empty while it does not. */
    @Transactional(readOnly = true)
    public Optional<Instant> choiceDueAt(String cohortId) {
        return rules.apply(() -> engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey(CohortModel.PROCESS)
                .processInstanceBusinessKey(cohortId)
                .list()
                .stream()
                .flatMap(instance -> engine
                        .getManagementService()
                        .createJobQuery()
                        .processInstanceId(instance.getId())
                        .activityId(CohortModel.CHOICE_DUE)
                        .list()
                        .stream())
                .map(timer -> timer.getDuedate().toInstant())
                .findFirst());
    }

    /**
     * The last mentee answered. Nobody waits for it while the last portion is just being started; the process looks by
     * itself then.
     */
    @EventListener
    public void on(EverybodyAnswered event) {
        tell(CohortModel.EVERYBODY_ANSWERED_MESSAGE, event.cohortId());
    }

    /** Whose cohort was assigned during the pause, and who had left it to the system, is told now: a mentor is asked. */
    @EventListener
    public void on(MentorshipResumed event) {
        if (assignCohort.isToBeTold(event.mentorshipId())) {
            tellAssignment(event.mentorshipId());
        }
    }

    /** To whom this does not matter, because the mentee has chosen a mentor, does not wait for it. */
    void tellAssignment(String mentorshipId) {
        tell(CohortModel.ASSIGNMENT_MADE_MESSAGE, mentorshipId);
    }

    private void tell(String message, String businessKey) {
        rules.apply(() -> {
            engine.getRuntimeService()
                    .createMessageCorrelation(message)
                    .processInstanceBusinessKey(businessKey)
                    .correlateAll();
        });
    }
}
