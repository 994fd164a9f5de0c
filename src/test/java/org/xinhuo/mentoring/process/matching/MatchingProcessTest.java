package org.xinhuo.mentoring.process.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.xinhuo.mentoring.Mentorship;
import org.xinhuo.mentoring.Mentorships;
import org.xinhuo.mentoring.process.LaterStages;
import org.xinhuo.mentoring.process.MentoringProcess;
import org.xinhuo.notification.Notices;
import org.xinhuo.testing.PassedNodes;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoTest;

@XinhuoTest
class MatchingProcessTest {

    @RegisterExtension
    static final PassedNodes nodes = new PassedNodes("matching");

    @Autowired
    ProcessEngine engine;

    @Autowired
    TestCompany company;

    @Autowired
    MentoringProcess mentoring;

    @Autowired
    Mentorships mentorships;

    @Autowired
    Notices notices;

    @Autowired
    JdbcTemplate jdbc;

    LaterStages later;

    /** Wang covers the gap, Li half of it, Chen nothing: in this order they are recommended. */
    @BeforeEach
    void people() {
        init(engine);
        later = new LaterStages(engine);
        company.employee("zhao")
                .mentor("zhao", 3, "logical")
                .employee("mei", "Sales", "Consultant", "zhao")
                .employee("lan", "Sales", "Consultant", "zhao")
                .employee("han")
                .role("han", "hr")
                .jobAsksFor("Consultant", "Analysis", "4", "1")
                .employee("wang")
                .mentor("wang", 1, "logical")
                .expertise("wang", "Analysis", "5", "5")
                .employee("li")
                .mentor("li", 2, "supportive")
                .expertise("li", "Analysis", "2", "2")
                .employee("chen")
                .mentor("chen", 1, "directive")
                .employee("sun", "Sales", "Consultant", null)
                .mentor("sun", 0, "directive");
    }

    @AfterEach
    void removeStandIns() {
        later.close();
    }

    @Test
    void theChosenMentorAccepts() {
        String id = mentoring.start("mei");
        complete(id, "chooseMentor", Map.of("choice", "li", "reason", "worked together"));
        assertThat(task(id, "acceptMentee").getAssignee()).isEqualTo("li");
        complete(id, "acceptMentee", Map.of("accepted", true));
        Mentorship mentorship = mentorships.get(id);
        assertThat(mentorship.mentorId()).isEqualTo("li");
        assertThat(mentorship.state()).isEqualTo(Mentorship.State.PLANNING);
        assertThat(told("mei"))
                .containsExactly("matching.notice.choose", "matching.notice.mentorAsked", "matching.notice.yourMentor");
        assertThat(told("li")).containsExactly("matching.notice.asked", "matching.notice.yourMentee");
        assertThat(passed(id))
                .contains("chooseMentor", "askMentor", "acceptMentee", "pairMentor", "mentorFound")
                .doesNotContain("informHr", "chooseBest", "countSilence");
        assertThat(jdbc.queryForMap("select choice, chosen_mentor_id, choice_reason, weights_version from shortlist"
                        + " where closed_at is not null"))
                .containsEntry("choice", "MENTEE")
                .containsEntry("chosen_mentor_id", "li")
                .containsEntry("choice_reason", "worked together")
                .containsEntry("weights_version", 1);
    }

    @Test
    void autoAsksTheBest() {
        String id = mentoring.start("mei");
        complete(id, "chooseMentor", Map.of("choice", "auto"));
        assertThat(task(id, "acceptMentee").getAssignee()).isEqualTo("wang");
    }

    @Test
    void aSilentMenteeIsRemindedThenTheBestIsAsked() {
        String id = mentoring.start("mei");
        later(Duration.ofDays(2));
        fire("choiceDueSoon");
        assertThat(told("mei")).contains("matching.notice.chooseReminder");
        assertThat(task(id, "chooseMentor").getDueDate()).isAfter(ClockUtil.getCurrentTime());
        later(Duration.ofDays(1));
        fire("choiceOverdue");
        assertThat(task(id, "acceptMentee").getAssignee()).isEqualTo("wang");
        assertThat(passed(id)).contains("remindMentee", "menteeReminded", "chooseBest");
        assertThat(jdbc.queryForObject("select choice from shortlist", String.class))
                .isEqualTo("SILENCE");
    }

    @Test
    void aSilentMentorIsRemindedThenTheNextIsAsked() {
        String id = mentoring.start("mei");
        complete(id, "chooseMentor", Map.of("choice", "auto"));
        later(Duration.ofDays(3));
        fire("answerDueSoon");
        assertThat(told("wang")).contains("matching.notice.acceptReminder");
        later(Duration.ofDays(2));
        fire("answerOverdue");
        assertThat(task(id, "acceptMentee").getAssignee()).isEqualTo("li");
        assertThat(told("wang")).contains("matching.notice.silent");
        assertThat(told("mei")).contains("matching.notice.unavailable");
        assertThat(passed(id)).contains("remindMentor", "mentorReminded", "countSilence", "askOn");
    }

    @Test
    void aDeclineMovesToTheNextByRank() {
        String id = mentoring.start("mei");
        complete(id, "chooseMentor", Map.of("choice", "li"));
        complete(id, "acceptMentee", Map.of("accepted", false, "reason", "no time"));
        assertThat(task(id, "acceptMentee").getAssignee()).isEqualTo("wang");
        complete(id, "acceptMentee", Map.of("accepted", "false"));
        assertThat(task(id, "acceptMentee").getAssignee()).isEqualTo("chen");
        complete(id, "acceptMentee", Map.of("accepted", "true"));
        assertThat(mentorships.get(id).mentorId()).isEqualTo("chen");
    }

    @Test
    void whenAllDeclineHrAssigns() {
        String id = mentoring.start("mei");
        complete(id, "chooseMentor", Map.of("choice", "auto"));
        for (int mentor = 0; mentor < 3; mentor++) {
            complete(id, "acceptMentee", Map.of("accepted", false, "reason", "no time"));
        }
        Task assignment = task(id, "assignMentor");
        assertThat(engine.getTaskService().getIdentityLinksForTask(assignment.getId()))
                .extracting("groupId")
                .containsExactly("hr");
        assertThat(told("han")).containsExactly("matching.notice.toHr");
        later(Duration.ofDays(3));
        fire("assignmentOverdue");
        assertThat(told("han")).contains("matching.notice.toHrReminder");

        VariableMap form = engine.getFormService().getTaskFormVariables(assignment.getId());
        assertThat(form.getValue("asked", Object.class).toString()).contains("no time", "员工wang (wang)");
        assertThat(form.getValue("candidates", Object.class).toString())
                .contains("\"wang\"", "\"li\"", "\"chen\"")
                .doesNotContain("\"sun\"", "\"zhao\"");

        refused(assignment, Map.of("mentorId", "han"));
        refused(assignment, Map.of("mentorId", "nobody"));
        refused(assignment, Map.of("mentorId", "zhao"));
        refused(assignment, Map.of("mentorId", "sun"));
        refused(assignment, Map.of("mentorId", "mei"));
        complete(id, "assignMentor", Map.of("mentorId", "li"));
        assertThat(mentorships.get(id).mentorId()).isEqualTo("li");
        assertThat(told("li")).contains("matching.notice.yourMentee");
        assertThat(passed(id)).contains("informHr", "remindHr", "hrReminded", "mentorAssigned");
    }

    @Test
    void nobodyOfHrAssignsInTheOwnCase() {
        company.role("lan", "hr").mentor("han", 1, "logical");
        jdbcUpdate("update mentor set capacity = 0");
        String id = mentoring.start("lan");
        jdbcUpdate("update mentor set capacity = 1");
        Task assignment = task(id, "assignMentor");
        for (List<String> own : List.of(List.of("han", "han"), List.of("lan", "wang"))) {
            assertThatThrownBy(() -> assignAs(own.get(0), assignment, own.get(1)))
                    .isInstanceOf(FormFieldValidationException.class)
                    .hasStackTraceContaining("mentoring.ownCase");
        }
        assertThat(mentorships.get(id).mentorId()).isNull();
        assignAs("han", assignment, "wang");
        assertThat(mentorships.get(id).mentorId()).isEqualTo("wang");
    }

    private void assignAs(String person, Task assignment, String mentor) {
        try {
            engine.getIdentityService().setAuthentication(person, List.of("hr"));
            engine.getTaskService().complete(assignment.getId(), Map.of("mentorId", mentor));
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    @Test
    void withoutAnEligibleMentorHrIsAskedAtOnce() {
        jdbcUpdate("update mentor set capacity = 0");
        String id = mentoring.start("mei");
        Task assignment = task(id, "assignMentor");
        jdbcUpdate("update mentor set capacity = 1 where employee_id = 'chen'");
        VariableMap form = engine.getFormService().getTaskFormVariables(assignment.getId());
        assertThat(form.getValue("asked", Object.class)).hasToString("[]");
        complete(id, "assignMentor", Map.of("mentorId", "chen"));
        assertThat(mentorships.get(id).mentorId()).isEqualTo("chen");
        assertThat(passed(id)).doesNotContain("chooseMentor", "askMentor");
    }

    @Test
    void aChoiceOutsideTheShortlistIsRefusedAndTheTaskStays() {
        String id = mentoring.start("mei");
        Task task = task(id, "chooseMentor");
        refused(task, Map.of("choice", "sun"));
        refused(task, Map.of("choice", ""));
        refused(task, Map.of());
        refused(task, Map.of("choice", "li", "mentorId", "wang"));
        refused(task, Map.of("choice", "li", "reason", "x".repeat(1001)));
        assertThat(task(id, "chooseMentor").getId()).isEqualTo(task.getId());
        assertThat(jdbc.queryForObject("select choice from shortlist", String.class))
                .isNull();
    }

    @Test
    void garbageInsteadOfAnAnswerIsRefused() {
        String id = mentoring.start("mei");
        complete(id, "chooseMentor", Map.of("choice", "auto"));
        Task task = task(id, "acceptMentee");
        refused(task, Map.of("accepted", "perhaps"));
        refused(task, Map.of());
        assertThat(task(id, "acceptMentee").getId()).isEqualTo(task.getId());
    }

    @Test
    void nobodyAnswersForTheMentor() {
        String id = mentoring.start("mei");
        complete(id, "chooseMentor", Map.of("choice", "auto"));
        String taskId = task(id, "acceptMentee").getId();
        try {
            engine.getIdentityService().setAuthentication("mei", List.of("employee"));
            assertThatThrownBy(() -> engine.getTaskService().complete(taskId, Map.of("accepted", true)))
                    .isInstanceOf(AuthorizationException.class);
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    @Test
    void theFormShowsWhyTheseThree() {
        String id = mentoring.start("mei");
        VariableMap form = engine.getFormService()
                .getTaskFormVariables(task(id, "chooseMentor").getId());
        assertThat(form.getValue("recommendations", Object.class).toString())
                .contains("1. 员工wang (wang)", "2. 员工li (li)", "3. 员工chen (chen)", "Analysis", "50.0/50");
        assertThat(form.getValue("choices", Object.class).toString()).contains("auto");
        complete(id, "chooseMentor", Map.of("choice", "auto"));
        VariableMap question = engine.getFormService()
                .getTaskFormVariables(task(id, "acceptMentee").getId());
        assertThat(question.getValue("mentee", Object.class)).isEqualTo("员工mei (mei)");
        assertThat(question.getValue("gaps", Object.class).toString()).contains("Analysis");
    }

    @Test
    void aMentorWhoIsFullMeanwhileIsNotAsked() {
        String mei = mentoring.start("mei");
        String lan = mentoring.start("lan");
        complete(lan, "chooseMentor", Map.of("choice", "wang"));
        complete(lan, "acceptMentee", Map.of("accepted", true));
        complete(mei, "chooseMentor", Map.of("choice", "wang"));
        assertThat(task(mei, "acceptMentee").getAssignee()).isEqualTo("li");
    }

    @Test
    void whoAcceptsWithoutAPlaceLeftGoesOnToTheNext() {
        String mei = mentoring.start("mei");
        String lan = mentoring.start("lan");
        complete(mei, "chooseMentor", Map.of("choice", "wang"));
        complete(lan, "chooseMentor", Map.of("choice", "wang"));
        complete(mei, "acceptMentee", Map.of("accepted", true));
        complete(lan, "acceptMentee", Map.of("accepted", true));
        assertThat(mentorships.get(mei).mentorId()).isEqualTo("wang");
        assertThat(task(lan, "acceptMentee").getAssignee()).isEqualTo("li");
        assertThat(told("wang")).contains("matching.notice.full");
        assertThat(passed(lan)).contains("declineOrFull");
    }

    @Test
    void ofTwoAcceptancesInTheSameMomentOneGetsTheLastPlace() throws Exception {
        List<String> ids = List.of(mentoring.start("mei"), mentoring.start("lan"));
        List<String> tasks = new ArrayList<>();
        for (String id : ids) {
            complete(id, "chooseMentor", Map.of("choice", "wang"));
            tasks.add(task(id, "acceptMentee").getId());
        }
        CountDownLatch together = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<Void>> answers = new ArrayList<>();
            for (String task : tasks) {
                Callable<Void> accept = () -> {
                    together.await();
                    engine.getTaskService().complete(task, Map.of("accepted", true));
                    return null;
                };
                answers.add(threads.submit(accept));
            }
            together.countDown();
            for (Future<Void> answer : answers) {
                answer.get();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(ids)
                .filteredOn(id -> "wang".equals(mentorships.get(id).mentorId()))
                .hasSize(1);
        assertThat(ids)
                .filteredOn(id -> mentorships.get(id).mentorId() == null)
                .singleElement()
                .satisfies(
                        id -> assertThat(task(id, "acceptMentee").getAssignee()).isEqualTo("li"));
    }

    @Test
    void aMentorshipIsNotMatchedTwiceAtOnce() {
        String id = mentoring.start("mei");
        assertThatThrownBy(() -> engine.getRuntimeService().startProcessInstanceByKey("matching", id))
                .hasStackTraceContaining("mentoring.wrongState");
    }

    private void refused(Task task, Map<String, Object> values) {
        assertThatThrownBy(() -> engine.getTaskService().complete(task.getId(), values))
                .isInstanceOf(FormFieldValidationException.class);
    }

    private void complete(String id, String task, Map<String, Object> values) {
        engine.getTaskService().complete(task(id, task).getId(), values);
    }

    private Task task(String id, String task) {
        Task found = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(id)
                .taskDefinitionKey(task)
                .singleResult();
        assertThat(found).as(task).isNotNull();
        return found;
    }

    private void fire(String timer) {
        engine.getManagementService()
                .executeJob(engine.getManagementService()
                        .createJobQuery()
                        .activityId(timer)
                        .singleResult()
                        .getId());
    }

    private static void later(Duration time) {
        ClockUtil.setCurrentTime(
                Date.from(ClockUtil.getCurrentTime().toInstant().plus(time)));
    }

    private List<String> passed(String id) {
        return engine.getHistoryService().createHistoricActivityInstanceQuery().list().stream()
                .filter(activity -> "matching".equals(activity.getProcessDefinitionKey()))
                .filter(activity -> id.equals(engine.getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .processInstanceId(activity.getProcessInstanceId())
                        .singleResult()
                        .getBusinessKey()))
                .map(HistoricActivityInstance::getActivityId)
                .toList();
    }

    private List<String> told(String personId) {
        return jdbc.queryForList("select code from notice where person_id = ? order by id", String.class, personId);
    }

    private void jdbcUpdate(String sql) {
        company.write(sql);
    }
}
