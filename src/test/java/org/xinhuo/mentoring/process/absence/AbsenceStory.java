package org.xinhuo.mentoring.process.absence;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.mentoring.log.WriteMessage;
import org.xinhuo.mentoring.process.LoopStory;
import org.xinhuo.mentoring.process.MentoringProcess;
import org.xinhuo.testing.TestCompany;

/** mei works with wang, li could step in, han is HR; and time that passes. */
class AbsenceStory {

    /** Monday noon in Shanghai. */
    static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");

    final ProcessEngine engine;
    final LoopStory loop;
    final String id;
    private final ApplicationContext context;

    AbsenceStory(ApplicationContext context) {
        this.context = context;
        this.engine = context.getBean(ProcessEngine.class);
        ClockUtil.setCurrentTime(Date.from(NOON));
        loop = new LoopStory(engine, context.getBean(CompanyTime.class)).people(context.getBean(TestCompany.class));
        id = context.getBean(MentoringProcess.class).start("mei");
    }

    AbsenceStory paired() {
        loop.choose(id, "wang");
        return this;
    }

    AbsenceStory coached() {
        paired();
        loop.plan(id);
        return this;
    }

    void passes(Duration time) {
        ClockUtil.setCurrentTime(
                Date.from(ClockUtil.getCurrentTime().toInstant().plus(time)));
    }

    void passDays(int days) {
        passes(Duration.ofDays(days));
    }

    Job timer(String activity) {
        return engine.getManagementService()
                .createJobQuery()
                .activityId(activity)
                .singleResult();
    }

    void fires(String activity) {
        engine.getManagementService().executeJob(timer(activity).getId());
    }

    /** What would fire by itself by now. */
    List<String> dueTimers() {
        return engine
                .getManagementService()
                .createJobQuery()
                .active()
                .timers()
                .duedateLowerThan(ClockUtil.getCurrentTime())
                .list()
                .stream()
                // The calendar of the monthly review waits beside.
                .filter(job -> job.getProcessInstanceId() != null)
                .map(this::activityOf)
                .toList();
    }

    String activityOf(Job job) {
        return engine.getManagementService()
                .createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId())
                .singleResult()
                .getActivityId();
    }

    List<Task> tasksOf(String person) {
        return engine.getTaskService().createTaskQuery().taskAssignee(person).list();
    }

    Task task(String key, String person) {
        return engine.getTaskService()
                .createTaskQuery()
                .taskDefinitionKey(key)
                .taskAssignee(person)
                .singleResult();
    }

    void does(String person, String task, Map<String, Object> values) {
        Task open = task(task, person);
        engine.getIdentityService().setAuthentication(person, List.of());
        try {
            engine.getTaskService().complete(open.getId(), values);
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    /** Into the log, as on its page. */
    void writes(String person, String text) {
        context.getBean(WriteMessage.class).write(id, person, new WriteMessage.Message(text, null, null, List.of()));
    }

    List<String> told(String person) {
        return context.getBean(JdbcClient.class)
                .sql("select code from notice where person_id = ? and code like 'mentoring.absence%' order by id")
                .param(person)
                .query(String.class)
                .list();
    }

    String text(String sql) {
        return context.getBean(JdbcClient.class).sql(sql).query(String.class).single();
    }
}
