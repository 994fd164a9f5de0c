package org.xinhuo.incentive.process.opportunity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinhuo.base.Refusal;
import org.xinhuo.incentive.opportunity.TrainingApplication;
import org.xinhuo.incentive.opportunity.TrainingApplications;
import org.xinhuo.testing.EngineDriver;
import org.xinhuo.testing.TestCompany;

/** Plays an offer of external training: HR, four who qualify and two who do not. */
class TrainingStory {

    static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");
    static final Instant UNTIL = NOW.plus(Duration.ofDays(7));

    /** What {@link TrainingWithdrawalTest} passes, and {@link TrainingOfferProcessTest} all but it. */
    static final String[] OF_WHO_GOES = {
        "refill",
        "leavers",
        "cancellation",
        "placeFreed",
        "fillPlaces",
        "placesFilled",
        "dayBegan",
        "releaseLeavers",
        "leaversReleased",
        "trainingCalledOff",
        "callOffTraining",
        "offerCalledOff",
        "endAsking",
        "calledOffWhileAsking",
        "placingOver",
        "calledOffWhilePlacing"
    };

    private final TestCompany company;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;
    private final TrainingApplications applications;
    private final EngineDriver driver;
    private final JdbcClient jdbc;

    TrainingStory(ApplicationContext context) {
        company = context.getBean(TestCompany.class);
        runtime = context.getBean(RuntimeService.class);
        tasks = context.getBean(TaskService.class);
        management = context.getBean(ManagementService.class);
        applications = context.getBean(TrainingApplications.class);
        driver = context.getBean(EngineDriver.class);
        jdbc = context.getBean(JdbcClient.class);
    }

    /** {@code han} and {@code hua} are of HR; from {@code wang}, the best, to {@code wu}. */
    void people() {
        ClockUtil.setCurrentTime(Date.from(NOW));
        company.employee("han")
                .role("han", "hr")
                .employee("hua")
                .role("hua", "hr")
                .employee("mei");
        lecturer("wang", "excellent", "95.00");
        lecturer("li", "excellent", "88.00");
        lecturer("zhou", "good", "80.00");
        lecturer("qian", "good", "72.00");
        lecturer("sun", "pass", "65.00");
        lecturer("wu", "fail", "40.00");
    }

    void lecturer(String id, String grade, String score) {
        if (!id.equals("han")) {
            company.employee(id);
        }
        company.lecturer(id, "default").confirmedMonth(id, "2026-02", grade);
        company.write("do $$ begin perform set_config('session_replication_role', 'replica', true);"
                + " update month_result set score = " + score + " where lecturer_id = '" + id + "'; end $$");
    }

    /** @param key of the offer, or null; who qualifies is asked when this returns */
    String published(int places, String key) {
        return start("han", values(places, UNTIL), key);
    }

    /** An offer whose places HR has given to these and no others. */
    String given(int places, String... applicants) {
        String id = published(places, null);
        for (String applicant : applicants) {
            submit(applicant, "想去");
        }
        fireAll("applyForTraining");
        fireIfThere(id, "deadlinePassed", "applicationsClosed");
        confirm("han");
        return id;
    }

    static Map<String, Object> values(int places, Instant until) {
        return new HashMap<>(Map.of("title", "演讲训练营", "places", places, "applyUntil", until.toString()));
    }

    String start(String by, Map<String, Object> values) {
        return start(by, values, null);
    }

    private String start(String by, Map<String, Object> values, String key) {
        String id = driver.as(
                by,
                () -> runtime.startProcessInstanceByKey(TrainingOfferModel.KEY, key, values)
                        .getBusinessKey());
        run(id);
        return id;
    }

    /** Lets everything happen that the job executor would find to be due. */
    void settle() {
        for (List<Job> due = due(); !due.isEmpty(); due = due()) {
            management.executeJob(due.get(0).getId());
        }
    }

    private List<Job> due() {
        return management.createJobQuery().executable().list();
    }

    /** Runs what waits to be run of an offer, step by step; no timer. */
    void run(String id) {
        for (List<Job> waiting = messages(id); !waiting.isEmpty(); waiting = messages(id)) {
            management.executeJob(waiting.get(0).getId());
        }
    }

    /** The steps that wait to be run. */
    List<Job> messages(String id) {
        return management
                .createJobQuery()
                .processInstanceId(instance(id))
                .messages()
                .orderByJobId()
                .asc()
                .list();
    }

    String message(String name, String key) {
        runtime.createMessageCorrelation(name).processInstanceBusinessKey(key).correlate();
        return key;
    }

    void submit(String person, String reason) {
        String open = taskOf(person).getId();
        driver.as(person, () -> {
            tasks.complete(open, Map.of("reason", reason));
            return open;
        });
    }

    void confirm(String person) {
        String open = taskNamed("confirmPlaces").getId();
        driver.as(person, () -> {
            tasks.complete(open, Map.of());
            return open;
        });
    }

    void confirmIfThere(String id) {
        Task open = tasks.createTaskQuery()
                .processInstanceBusinessKey(id)
                .taskDefinitionKey("confirmPlaces")
                .singleResult();
        if (open != null) {
            driver.as("han", () -> {
                tasks.complete(open.getId(), Map.of());
                return id;
            });
        }
    }

    Task taskOf(String person) {
        return tasks.createTaskQuery()
                .processDefinitionKey(TrainingOfferModel.KEY)
                .taskDefinitionKey("applyForTraining")
                .taskAssignee(person)
                .singleResult();
    }

    Task taskNamed(String task) {
        return tasks.createTaskQuery()
                .processDefinitionKey(TrainingOfferModel.KEY)
                .taskDefinitionKey(task)
                .singleResult();
    }

    List<String> assignees() {
        return tasks.createTaskQuery().taskDefinitionKey("applyForTraining").list().stream()
                .map(Task::getAssignee)
                .sorted()
                .toList();
    }

    /** Who still wants to go, by rank. */
    List<String> order(String id) {
        return applications.of(id).stream()
                .filter(one -> one.state().counts())
                .map(TrainingApplication::lecturerId)
                .toList();
    }

    Map<String, String> states(String id) {
        Map<String, String> states = new TreeMap<>();
        applications
                .of(id)
                .forEach(one -> states.put(one.lecturerId(), one.state().name()));
        return states;
    }

    Job job(String activity) {
        return management.createJobQuery().activityId(activity).singleResult();
    }

    void fire(String activity) {
        management.executeJob(job(activity).getId());
    }

    void fireAll(String activity) {
        management.createJobQuery().activityId(activity).list().forEach(job -> management.executeJob(job.getId()));
    }

    void fireIfThere(String id, String... activities) {
        String instance = instance(id);
        for (String activity : activities) {
            Job job = management
                    .createJobQuery()
                    .processInstanceId(instance)
                    .activityId(activity)
                    .singleResult();
            if (job != null) {
                management.executeJob(job.getId());
            }
        }
    }

    private String instance(String id) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(id).list().stream()
                .map(one -> one.getId())
                .findFirst()
                .orElse("none");
    }

    long open() {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey(TrainingOfferModel.KEY)
                .count();
    }

    List<String> told(String person) {
        return jdbc.sql("select code from notice where person_id = ? order by id")
                .param(person)
                .query(String.class)
                .list();
    }

    static void isRefusal(Throwable thrown) {
        assertThat(Refusal.in(thrown)).as("a refusal behind %s", thrown).isNotNull();
    }
}
