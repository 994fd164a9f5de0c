package org.xinhuo.mentoring.process.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.xinhuo.mentoring.cohort.CohortReport;
import org.xinhuo.mentoring.cohort.CohortReports;
import org.xinhuo.mentoring.process.LaterStages;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoTest;

/** What every test of "cohort" begins with, and the words it is told in. */
@XinhuoTest
abstract class CohortStory {

    @Autowired
    ProcessEngine engine;

    @Autowired
    TestCompany company;

    @Autowired
    CohortProcess cohorts;

    @Autowired
    CohortReports reports;

    @Autowired
    JdbcTemplate jdbc;

    LaterStages later;

    /** Five mentees with the same gap; mentors a to d, the better the earlier, with a place each but d, who has two. */
    @BeforeEach
    void people() {
        later = new LaterStages(engine);
        company.employee("han").role("han", "hr").jobAsksFor("Consultant", "Analysis", "5", "1");
        for (int mentee = 1; mentee <= 5; mentee++) {
            company.employee("e" + mentee).assessed("e" + mentee, "Analysis", "1", java.time.LocalDate.of(2026, 1, 1));
        }
        int level = 5;
        for (String mentor : List.of("a", "b", "c", "d")) {
            company.employee(mentor)
                    .mentor(mentor, mentor.equals("d") ? 2 : 1, "logical")
                    .expertise(mentor, "Analysis", String.valueOf(level--), "3");
        }
    }

    @AfterEach
    void removeStandIns() {
        later.close();
    }

    /** Formed, with everybody started. */
    String formed(String... mentees) {
        String id = cohorts.form("Autumn", List.of(mentees), "han");
        runJobs();
        return id;
    }

    /** Fires what is due at once, until nothing is; timers wait. */
    void runJobs() {
        for (Job job = next(); job != null; job = next()) {
            engine.getManagementService().executeJob(job.getId());
        }
    }

    private Job next() {
        return engine.getManagementService().createJobQuery().messages().listPage(0, 1).stream()
                .findFirst()
                .orElse(null);
    }

    void fire(String timer, String mentee) {
        String instance = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(mentorship(mentee))
                .processDefinitionKey("matching")
                .singleResult()
                .getId();
        engine.getManagementService()
                .executeJob(engine.getManagementService()
                        .createJobQuery()
                        .processInstanceId(instance)
                        .activityId(timer)
                        .singleResult()
                        .getId());
        runJobs();
    }

    void fireChoiceDue() {
        engine.getManagementService()
                .executeJob(engine.getManagementService()
                        .createJobQuery()
                        .activityId("choiceDue")
                        .singleResult()
                        .getId());
        runJobs();
    }

    String mentorship(String mentee) {
        return jdbc.queryForObject("select mentorship_id from cohort_member where mentee_id = ?", String.class, mentee);
    }

    void choose(String mentee, String choice) {
        complete(mentee, "chooseMentor", Map.of("choice", choice));
    }

    void answer(String mentee, boolean accepted) {
        complete(mentee, "acceptMentee", Map.of("accepted", accepted));
    }

    private void complete(String mentee, String task, Map<String, Object> values) {
        engine.getTaskService().complete(task(mentee, task).getId(), values);
        runJobs();
    }

    Task task(String mentee, String task) {
        Task found = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(mentorship(mentee))
                .taskDefinitionKey(task)
                .singleResult();
        assertThat(found).as(task + " of " + mentee).isNotNull();
        return found;
    }

    /** Who is being asked for a mentee. */
    String asked(String mentee) {
        return task(mentee, "acceptMentee").getAssignee();
    }

    CohortReport report(String id) {
        return reports.of(id);
    }
}
