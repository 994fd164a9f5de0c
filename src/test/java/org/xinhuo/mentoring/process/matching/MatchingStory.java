package org.xinhuo.mentoring.process.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.xinhuo.mentoring.Mentorships;
import org.xinhuo.mentoring.process.LaterStages;
import org.xinhuo.mentoring.process.MentoringProcess;
import org.xinhuo.notification.Notices;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoTest;

/** What every test of "matching" begins with, and the words it is told in. */
@XinhuoTest
abstract class MatchingStory {

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

    void refused(Task task, Map<String, Object> values) {
        assertThatThrownBy(() -> engine.getTaskService().complete(task.getId(), values))
                .isInstanceOf(FormFieldValidationException.class);
    }

    void complete(String id, String task, Map<String, Object> values) {
        engine.getTaskService().complete(task(id, task).getId(), values);
    }

    Task task(String id, String task) {
        Task found = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(id)
                .taskDefinitionKey(task)
                .singleResult();
        assertThat(found).as(task).isNotNull();
        return found;
    }

    void fire(String timer) {
        engine.getManagementService().executeJob(timer(timer).getId());
    }

    Job timer(String activity) {
        return engine.getManagementService()
                .createJobQuery()
                .activityId(activity)
                .singleResult();
    }

    static void later(Duration time) {
        ClockUtil.setCurrentTime(
                Date.from(ClockUtil.getCurrentTime().toInstant().plus(time)));
    }

    List<String> passed(String id) {
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

    List<String> told(String personId) {
        return jdbc.queryForList("select code from notice where person_id = ? order by id", String.class, personId);
    }

    void jdbcUpdate(String sql) {
        company.write(sql);
    }
}
