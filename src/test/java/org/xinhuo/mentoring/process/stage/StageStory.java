package org.xinhuo.mentoring.process.stage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinhuo.mentoring.OpenMentorship;
import org.xinhuo.mentoring.PairMentor;
import org.xinhuo.testing.TestCompany;

/** Tells a stage of mei's mentorship with wang as a story: who does what, and time that passes. */
public class StageStory {

    /** Monday noon in Shanghai. */
    public static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");

    public static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    public static final String KEY = "mentorship-1";

    public final ProcessEngine engine;
    private final ApplicationContext context;

    public StageStory(ApplicationContext context) {
        this.context = context;
        this.engine = context.getBean(ProcessEngine.class);
    }

    /** mei (level 2 of 4 in Speaking, 1 of 3 in Selling) is paired with wang; han is HR, otto a stranger. */
    public StageStory pair() {
        ClockUtil.setCurrentTime(Date.from(NOON));
        context.getBean(TestCompany.class)
                .employee("mei")
                .employee("wang")
                .employee("han")
                .employee("otto")
                .role("han", "hr")
                .mentor("wang", 3, "logical")
                .jobAsksFor("Consultant", "Speaking", "4", "1")
                .jobAsksFor("Consultant", "Selling", "3", "1")
                .assessed("mei", "Speaking", "2", LocalDate.of(2026, 1, 1))
                .assessed("mei", "Selling", "1", LocalDate.of(2026, 1, 1))
                .metric("mei", "2026-02", "Deals", "3", "5", "higher", "Selling");
        context.getBean(OpenMentorship.class).open(KEY, "mei", null);
        context.getBean(PairMentor.class).pair(KEY, "wang");
        return this;
    }

    public ProcessInstance start(String process) {
        return engine.getRuntimeService().startProcessInstanceByKey(process, KEY);
    }

    /** As Tasklist and REST do it: the person is logged in. */
    public void does(String person, String task, Object... fields) {
        does(person, "han".equals(person) ? List.of("hr") : List.of(), task, fields);
    }

    /** Somebody who was made HR beside han. */
    public void doesAsHr(String person, String task, Object... fields) {
        does(person, List.of("hr"), task, fields);
    }

    private void does(String person, List<String> groups, String task, Object... fields) {
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            values.put((String) fields[i], fields[i + 1]);
        }
        Task open = task(task);
        as(person, groups, () -> engine.getTaskService().complete(open.getId(), values));
    }

    /** What somebody of HR asks of the engine. */
    public void asHr(String person, Runnable work) {
        as(person, List.of("hr"), work);
    }

    private void as(String person, List<String> groups, Runnable work) {
        try {
            engine.getIdentityService().setAuthentication(person, groups);
            work.run();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    public Task task(String key) {
        return engine.getTaskService()
                .createTaskQuery()
                .taskDefinitionKey(key)
                .initializeFormKeys()
                .singleResult();
    }

    public boolean isOpen(String task) {
        return engine.getTaskService().createTaskQuery().taskDefinitionKey(task).count() > 0;
    }

    public Job timer(String activity) {
        return engine.getManagementService()
                .createJobQuery()
                .activityId(activity)
                .singleResult();
    }

    public void fires(String... activities) {
        Arrays.stream(activities)
                .forEach(activity ->
                        engine.getManagementService().executeJob(timer(activity).getId()));
    }

    public void itIs(LocalDate day) {
        ClockUtil.setCurrentTime(Date.from(day.atTime(4, 0).toInstant(java.time.ZoneOffset.UTC)));
    }

    public Map<String, Object> formOf(String task) {
        return engine.getFormService().getTaskFormVariables(task(task).getId());
    }

    public List<String> told(String person) {
        return context.getBean(JdbcClient.class)
                .sql("select code from notice where person_id = ? order by id")
                .param(person)
                .query(String.class)
                .list();
    }

    public long count(String sql) {
        return context.getBean(JdbcClient.class).sql(sql).query(Long.class).single();
    }

    public String text(String sql) {
        return context.getBean(JdbcClient.class).sql(sql).query(String.class).single();
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public Object endVariable(ProcessInstance instance, String name) {
        var variable = engine.getHistoryService()
                .createHistoricVariableInstanceQuery()
                .processInstanceId(instance.getId())
                .variableName(name)
                .singleResult();
        return variable == null ? null : variable.getValue();
    }

    /** Every value that the process ever had in a variable, its changes too, as one text. */
    public String everythingInVariables() {
        StringBuilder all = new StringBuilder();
        engine.getHistoryService()
                .createHistoricVariableInstanceQuery()
                .list()
                .forEach(variable -> all.append(variable.getName())
                        .append('=')
                        .append(variable.getValue())
                        .append('\n'));
        engine.getHistoryService()
                .createHistoricDetailQuery()
                .variableUpdates()
                .list()
                .forEach(detail -> all.append(
                                ((org.camunda.bpm.engine.history.HistoricVariableUpdate) detail).getVariableName())
                        .append('=')
                        .append(((org.camunda.bpm.engine.history.HistoricVariableUpdate) detail).getValue())
                        .append('\n'));
        return all.toString();
    }

    public static Map<String, Object> goal(String competency, Object target, Object... titlesAndDays) {
        java.util.ArrayList<Map<String, Object>> actions = new java.util.ArrayList<>();
        for (int i = 0; i < titlesAndDays.length; i += 2) {
            actions.add(Map.of("title", titlesAndDays[i], "dueOn", titlesAndDays[i + 1]));
        }
        return Map.of("competency", competency, "targetLevel", target, "actions", actions);
    }

    /** A plan until the given day that both have confirmed. */
    public ProcessInstance confirmedPlan(LocalDate endOn) {
        ProcessInstance instance = start("plan-negotiation");
        does("mei", "stateNeeds", "needs", "learn to speak");
        does(
                "wang",
                "draftPlan",
                "goals",
                List.of(
                        goal("Speaking", 4, "Give a talk", TODAY.plusDays(10).toString()),
                        goal("Selling", 2, "Visit a client", TODAY.plusDays(20).toString())),
                "sessionsPerMonth",
                2,
                "endOn",
                endOn.toString());
        does("mei", "reviewPlan", "agreed", true);
        does("wang", "confirmPlan", "confirmed", true);
        return instance;
    }

    public void inTransaction(Runnable work) {
        context.getBean(TransactionTemplate.class).executeWithoutResult(transaction -> work.run());
    }
}
