package org.xinhuo.mentoring.process.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinhuo.mentoring.cohort.CohortReport;
import org.xinhuo.mentoring.cohort.WithdrawCohort;
import org.xinhuo.mentoring.process.MentoringProcess;
import org.xinhuo.testing.PassedNodes;

/** HR takes a whole cohort back, at every step of its way. */
class CohortWithdrawalTest extends CohortStory {

    @RegisterExtension
    static final PassedNodes nodes = new PassedNodes("cohort-withdrawal");

    @RegisterExtension
    static final PassedNodes ofTheCohort = new PassedNodes("cohort").within("withdrawal");

    @Autowired
    MentoringProcess mentoring;

    @Autowired
    WithdrawCohort withdrawCohort;

    @Test
    void whoHasNoMentorYetIsTakenBackAndPairsGoOn() {
        String id = formed("e1", "e2", "e3", "e4");
        choose("e1", "a");
        answer("e1", true);
        choose("e2", "b");
        choose("e3", "auto");

        cohorts.withdraw(id, "han", " budget is gone ");
        assertThat(report(id).state()).isEqualTo("withdrawing");
        runJobs();

        CohortReport report = report(id);
        assertThat(report.state()).isEqualTo("withdrawn");
        assertThat(report.states()).containsEntry("paired", 1).containsEntry("withdrawn", 3);
        CohortReport.Withdrawn withdrawal = Objects.requireNonNull(report.withdrawal());
        assertThat(withdrawal.by()).isEqualTo("han");
        assertThat(withdrawal.reason()).isEqualTo("budget is gone");
        assertThat(withdrawal.doneAt()).isNotNull();
        assertThat(withdrawal.withdrawn()).isEqualTo(3);
        assertThat(withdrawal.goOn()).isEqualTo(1);
        assertThat(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processDefinitionKey("cohort")
                        .count())
                .isZero();
        assertThat(engine.getTaskService().createTaskQuery().count())
                .as("the plan of e1")
                .isEqualTo(1);
        assertThat(jdbc.queryForList(
                        "select person_id || ' ' || code from notice where code in ('matching.notice.withdrawn',"
                                + " 'mentoring.notice.stopped', 'cohort.notice.withdrawn') order by 1",
                        String.class))
                .containsExactly(
                        "b matching.notice.withdrawn",
                        "e2 mentoring.notice.stopped",
                        "e3 mentoring.notice.stopped",
                        "e4 mentoring.notice.stopped",
                        "han cohort.notice.withdrawn");
        assertThat(jdbc.queryForList(
                        "select distinct withdrawn_by || ': ' || reason from mentorship_withdrawal", String.class))
                .containsExactly("han: budget is gone");
        assertThat(engine.getHistoryService()
                        .createHistoricActivityInstanceQuery()
                        .activityId("menteeWithdrawn")
                        .count())
                .as("each loop ended as its model says")
                .isEqualTo(3);
        assertThat(engine.getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .processDefinitionKey("mentoring")
                        .internallyTerminated()
                        .count())
                .isZero();
        assertThat(mentoring.start("e2")).isNotEmpty();
    }

    @Test
    void whoseOwnProcessHasEndedIsTakenBackToo() {
        String id = formed("e1", "e2");
        choose("e1", "auto");
        choose("e2", "auto");
        answer("e1", true);
        assertThat(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processDefinitionKey("cohort")
                        .count())
                .isZero();
        withdrawn(id);
        assertThat(report(id).states()).containsEntry("paired", 1).containsEntry("withdrawn", 1);
        assertThat(jdbc.queryForObject("select count(*) from shortlist where closed_at is null", Integer.class))
                .isZero();
    }

    @Test
    void whoIsNotStartedYetIsNotStartedAndCanBeInAnotherCohort() {
        String id = cohorts.form("Autumn", List.of("e1", "e2"), "han");
        cohorts.withdraw(id, "han", "mistake");
        execute("stopCohort");
        assertThat(jobs("makeShortlists")).isEmpty();
        runJobs();
        assertThat(report(id).states()).containsEntry("withdrawn", 2);
        assertThat(jdbc.queryForObject("select count(*) from mentorship", Integer.class))
                .isZero();
        assertThat(formed("e1", "e2")).isNotEqualTo(id);
    }

    @Test
    void whatIsPreparedForThoseNotStartedIsNotLeftOver() {
        String id = cohorts.form("Autumn", List.of("e1", "e2"), "han");
        execute("makeShortlists");
        cohorts.withdraw(id, "han", "mistake");
        execute("startMentorships");
        assertThat(jdbc.queryForObject("select count(*) from mentorship", Integer.class))
                .as("a withdrawn cohort starts nobody, whichever job comes first")
                .isZero();
        runJobs();
        assertThat(jdbc.queryForObject("select count(*) from prepared_shortlist", Integer.class))
                .isZero();
        assertThat(report(id).states()).containsEntry("withdrawn", 2);
    }

    /** Sixty mentees: the second portion breaks, as a crash would; what the first did stands, and the rest follows. */
    @Test
    void aPortionThatFailsIsDoneAgainAndNothingTwice() {
        List<String> mentees = new ArrayList<>();
        for (int mentee = 10; mentee < 70; mentee++) {
            mentees.add("m" + mentee);
            company.employee("m" + mentee);
        }
        String id = formed(mentees.toArray(String[]::new));
        cohorts.withdraw(id, "han", "mistake");
        execute("stopCohort");
        execute("withdrawMentorships");
        assertThat(withdrawnSoFar(id)).isEqualTo(50);
        company.write("insert into mentorship_withdrawal select mentorship_id, 'in the way', 'han', now()"
                + " from cohort_member where mentee_id = 'm69'");
        assertThatThrownBy(() -> execute("withdrawMentorships")).isInstanceOf(RuntimeException.class);
        assertThat(withdrawnSoFar(id)).isEqualTo(50);
        assertThat(report(id).state()).isEqualTo("withdrawing");

        company.write("delete from mentorship_withdrawal where reason = 'in the way'");
        runJobs();
        assertThat(report(id).state()).isEqualTo("withdrawn");
        assertThat(withdrawnSoFar(id)).isEqualTo(60);
        assertThat(jdbc.queryForObject(
                        "select count(*) from notice where code = 'mentoring.notice.stopped'", Integer.class))
                .isEqualTo(60);
        assertThat(engine.getTaskService().createTaskQuery().count()).isZero();
    }

    @Test
    void whoLooksForAnotherMentorHasBegunAndGoesOn() {
        String id = formed("e1", "e2");
        choose("e1", "a");
        answer("e1", true);
        mentoring.requestRematch(mentorship("e1"), "e1");
        withdrawn(id);
        assertThat(Objects.requireNonNull(report(id).withdrawal()).goOn()).isEqualTo(1);
        assertThat(task("e1", "chooseMentor")).isNotNull();
    }

    /** A loop that an administrator broke does not stop the others' withdrawal. */
    @Test
    void oneWhoseLoopIsBrokenDoesNotHoldUpTheOthers() {
        String id = formed("e1", "e2");
        engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey("mentoring")
                .processInstanceBusinessKey(mentorship("e1"))
                .list()
                .forEach(loop -> engine.getRuntimeService()
                        .deleteProcessInstance(loop.getId(), "broken", true, true, true, true));
        assertThat(jdbc.queryForObject("select state from mentorship where mentee_id = 'e1'", String.class))
                .isEqualTo("MATCHING");
        withdrawn(id);
        assertThat(report(id).states()).containsEntry("withdrawn", 2);
        assertThat(jdbc.queryForList("select distinct state from mentorship", String.class))
                .containsExactly("STOPPED");
    }

    @Test
    void aWithdrawalIsTakenUpOnceAndOnlyOfACohortThatHrTookBack() {
        String id = formed("e1");
        assertThatThrownBy(() -> engine.getRuntimeService().startProcessInstanceByKey("cohort-withdrawal", id))
                .hasStackTraceContaining("cohort.startsByItself");
        assertThatThrownBy(() -> engine.getRuntimeService().startProcessInstanceByKey("cohort-withdrawal"))
                .hasStackTraceContaining("cohort.startsByItself");
        withdrawn(id);
        assertThatThrownBy(() -> engine.getRuntimeService().startProcessInstanceByKey("cohort-withdrawal", id))
                .hasStackTraceContaining("cohort.startsByItself");
        assertThatThrownBy(() ->
                        engine.getRuntimeService().startProcessInstanceByKey("cohort-withdrawal", id, Map.of("x", 1)))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void whoOfHrIsAMenteeOfItDoesNotWithdrawIt() {
        company.role("e1", "hr");
        String id = formed("e1", "e2");
        assertThat(withdrawCohort.isPossible(id, "e1")).isFalse();
        assertThatThrownBy(() -> cohorts.withdraw(id, "e1", "I do not like it"))
                .hasMessageContaining("cohort.withdraw.ownCase");
        assertThat(report(id).withdrawal()).isNull();
        assertThat(withdrawCohort.isPossible(id, "han")).isTrue();
        withdrawn(id);
    }

    /** Neither to hurry it nor to hurry its end. */
    @Test
    void whoOfHrIsAMenteeOfItFiresNoneOfItsSteps() {
        company.role("e1", "hr");
        String id = cohorts.form("Autumn", List.of("e1", "e2"), "han");
        refusedTo("e1", "makeShortlists");
        as("han", "makeShortlists");
        refusedTo("e1", "startMentorships");
        cohorts.withdraw(id, "han", "mistake");
        refusedTo("e1", "stopCohort");
        as("han", "stopCohort");
        runJobs();
        assertThat(report(id).states()).containsEntry("withdrawn", 2);
    }

    private void refusedTo(String person, String activity) {
        assertThatThrownBy(() -> as(person, activity))
                .as(person + " fires " + activity)
                .isInstanceOf(AuthorizationException.class);
        assertThat(jobs(activity)).hasSize(1).allMatch(job -> job.getRetries() > 0);
    }

    private void as(String person, String activity) {
        engine.getIdentityService().setAuthentication(person, List.of("employee", "hr"));
        try {
            execute(activity);
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    private void withdrawn(String id) {
        cohorts.withdraw(id, "han", "mistake");
        runJobs();
        assertThat(report(id).state()).isEqualTo("withdrawn");
    }

    private int withdrawnSoFar(String id) {
        return Objects.requireNonNull(report(id).withdrawal()).withdrawn();
    }

    private List<Job> jobs(String activity) {
        return engine.getManagementService()
                .createJobQuery()
                .activityId(activity)
                .list();
    }

    private void execute(String activity) {
        engine.getManagementService().executeJob(jobs(activity).get(0).getId());
    }
}
