package org.xinhuo.incentive.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinhuo.base.Refusal;
import org.xinhuo.incentive.rating.CloseRatedShares;
import org.xinhuo.incentive.rating.RateShare;
import org.xinhuo.incentive.rating.Ratings;
import org.xinhuo.incentive.sharing.AskForChange;
import org.xinhuo.incentive.sharing.PlanShare;
import org.xinhuo.incentive.sharing.RecordAttendance;
import org.xinhuo.incentive.sharing.Share;
import org.xinhuo.incentive.sharing.Shares;
import org.xinhuo.testing.TestCompany;

/** What the tests of a share have in common: the people, the share and its timers. */
abstract class SharingStory {

    static final String SHARE = "share-1";

    /** The nodes of what happens to its content and its time before a share. */
    static final String[] BEFORE_THE_SHARE = {
        "contentStillMissing",
        "lecturerReminded",
        "markContentLate",
        "markContentMissed",
        "moveRequested",
        "moveShare",
        "oneDayBefore",
        "relocation",
        "remindOfContent",
        "shareMoved",
        "threeDaysBefore"
    };

    @Autowired
    ProcessEngine engine;

    @Autowired
    RuntimeService runtime;

    @Autowired
    CloseRatedShares closeRatedShares;

    @Autowired
    TaskService tasks;

    @Autowired
    FormService forms;

    @Autowired
    ManagementService management;

    @Autowired
    IdentityService identity;

    @Autowired
    TestCompany company;

    @Autowired
    Shares shares;

    @Autowired
    Ratings ratings;

    @Autowired
    RateShare rateShare;

    @Autowired
    PlanShare planShare;

    @Autowired
    AskForChange askForChange;

    @Autowired
    RecordAttendance attendance;

    @Autowired
    JdbcClient jdbc;

    final Instant now = Instant.parse("2026-03-02T02:00:00Z");
    final Instant start = now.plus(Duration.ofDays(10));

    @BeforeEach
    void people() {
        AbstractAssertions.init(engine);
        clock(now);
        company.employee("wang").lecturer("wang", "default").employee("li").lecturer("li", "default");
        company.employee("han").role("han", "hr").employee("mei").employee("lin");
    }

    /** A share that is over, with mei on the attendance list and the window open. */
    ProcessInstance rated() {
        ProcessInstance instance = plannedIn(10);
        attendance.record(SHARE, List.of("mei"), "wang");
        submit("wang", Map.of("outline", "x"));
        clock(share().endsAt());
        fire("shareEnded");
        return instance;
    }

    ProcessInstance plannedIn(int days) {
        return started(with(good(), "startsAt", now.plus(Duration.ofDays(days)).toString()));
    }

    Map<String, Object> good() {
        return Map.of(
                "lecturerId",
                "wang",
                "title",
                "如何做需求访谈",
                "startsAt",
                start.toString(),
                "minutes",
                60,
                "place",
                "三楼会议室",
                "audience",
                "销售部");
    }

    static Map<String, Object> with(Map<String, Object> map, String name, Object value) {
        Map<String, Object> changed = new HashMap<>(map);
        changed.put(name, value);
        return changed;
    }

    ProcessInstance started(Map<String, Object> variables) {
        return runtime.startProcessInstanceByKey("sharing", SHARE, variables);
    }

    void submit(String person, Map<String, Object> values) {
        as(person, () -> tasks.complete(task().getId(), values));
    }

    void report(String person, Map<String, Object> values) {
        as(person, () -> tasks.complete(task().getId(), values));
    }

    void swapTo(String lecturer) {
        runtime.createMessageCorrelation(SharingModel.SWAPPED)
                .processInstanceBusinessKey(SHARE)
                .setVariable("lecturerId", lecturer)
                .correlate();
    }

    void as(String person, Runnable work) {
        try {
            identity.setAuthentication(person, List.of());
            work.run();
        } finally {
            identity.clearAuthentication();
        }
    }

    Task task() {
        return tasks.createTaskQuery().processInstanceBusinessKey(SHARE).singleResult();
    }

    Object formValue(String name) {
        return forms.getTaskFormVariables(task().getId()).get(name);
    }

    Share share() {
        return shares.get(SHARE);
    }

    Job job(String activity) {
        return management.createJobQuery().activityId(activity).list().stream()
                .findFirst()
                .orElseThrow(() -> new AssertionError("no job at " + activity));
    }

    List<Long> jobs(String... activities) {
        return Arrays.stream(activities)
                .map(activity ->
                        management.createJobQuery().activityId(activity).count())
                .toList();
    }

    void fire(String activity) {
        management.executeJob(job(activity).getId());
    }

    void clock(Instant instant) {
        ClockUtil.setCurrentTime(Date.from(instant.truncatedTo(ChronoUnit.MILLIS)));
    }

    static void isRefusal(Throwable thrown) {
        Throwable cause = thrown;
        while (cause != null && !(cause instanceof Refusal)) {
            cause = cause.getCause();
        }
        assertThat(cause).as("a refusal behind %s", thrown).isNotNull();
    }

    List<String> attendees() {
        return jdbc.sql("select employee_id from share_attendance where share_id = ?")
                .param(SHARE)
                .query(String.class)
                .list();
    }

    List<String> told(String person) {
        return new ArrayList<>(
                jdbc.sql("select code from notice where person_id = ? and code not like 'rota.%' order by id")
                        .param(person)
                        .query(String.class)
                        .list());
    }

    String argumentsTold(String person, String code) {
        return jdbc.sql("select arguments from notice where person_id = ? and code = ?")
                .params(person, code)
                .query(String.class)
                .single();
    }
}
