package org.xinhuo.mentoring.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.testing.Caller;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

/** Where the notices of the loop lead: to a page that the person told may open, and to the task where there is one. */
@XinhuoWebTest
class NoticeLinksTest {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    @Autowired
    MentoringProcess mentoring;

    @Autowired
    AbsenceProcess absence;

    @Autowired
    CompanyTime time;

    @Autowired
    JdbcTemplate jdbc;

    private final Map<String, Caller> callers = new HashMap<>();
    private final Set<Object> opened = new HashSet<>();
    private final Map<String, String> links = new TreeMap<>();

    private LoopStory story;
    private String id;
    private String page;

    @BeforeEach
    void meiLooksForAMentor(@Autowired TestCompany company) {
        story = new LoopStory(engine, time).people(company);
        id = mentoring.start("mei");
        page = "/mentorships/" + id;
    }

    @Test
    void matchingLeadsToTheTaskOrToTheMentorship() {
        fire("choiceDueSoon");
        story.complete(id, "chooseMentor", "choice", "li");
        fire("answerDueSoon");
        everythingToldOpens();
        fire("answerOverdue");
        story.complete(id, "acceptMentee", "accepted", true);
        everythingToldOpens();
        assertThat(links)
                .containsEntry("mei matching.notice.choose", page + "/mentors")
                .containsEntry("mei matching.notice.chooseReminder", page + "/mentors")
                .containsEntry("mei matching.notice.mentorAsked", page)
                .containsEntry("mei matching.notice.unavailable", page)
                .containsEntry("mei matching.notice.yourMentor", page)
                .containsEntry("li matching.notice.asked", TASKLIST)
                .containsEntry("li matching.notice.acceptReminder", TASKLIST)
                .containsEntry("li matching.notice.silent", null)
                .containsEntry("wang matching.notice.yourMentee", page);
    }

    @Test
    void hrIsLedToTheTaskThatIsHrs() {
        story.complete(id, "chooseMentor", "choice", "li");
        story.complete(id, "acceptMentee", "accepted", false);
        story.complete(id, "acceptMentee", "accepted", false);
        fire("assignmentOverdue");
        everythingToldOpens();
        assertThat(links)
                .containsEntry("han matching.notice.toHr", TASKLIST)
                .containsEntry("han matching.notice.toHrReminder", TASKLIST);
    }

    @Test
    void planCoachingAndEvaluationLeadWhereOneCanAct() {
        story.choose(id, "wang");
        fireAllOf("plan-negotiation");
        story.plan(id);
        everythingToldOpens();
        fire("guidanceDueSoon");
        fire("guidanceOverdue");
        everythingToldOpens();
        mentoring.requestGraduation(id, "mei");
        fireAllOf("evaluation");
        everythingToldOpens();
        story.evaluate(id, "graduate", 4);
        everythingToldOpens();
        assertThat(links)
                .containsEntry("mei mentoring.late.stateNeeds", TASKLIST)
                .containsEntry("wang mentoring.duty.dueSoon.deep-guidance", TASKLIST)
                .containsEntry("han mentoring.duty.overdue.deep-guidance", page + "/coaching")
                .containsEntry("mei mentoring.notice.graduated", page)
                .containsEntry("wang mentoring.notice.graduated", page);
    }

    @Test
    void whoMayNoLongerOpenItIsLedNowhere() {
        story.choose(id, "wang");
        story.plan(id);
        absence.nameSubstitute(
                id, "wang", "li", time.today().plusDays(1), time.today().plusDays(9));
        everythingToldOpens();
        fire("substitutionBegins");
        everythingToldOpens();
        assertThat(links).containsEntry("li mentoring.absence.notice.substitutionBegun", page);
        fire("substitutionEnds");
        everythingToldOpens();
        mentoring.requestRematch(id, "mei");
        everythingToldOpens();
        assertThat(links)
                .containsEntry("li mentoring.absence.notice.substitutionOver", null)
                .containsEntry("mei mentoring.absence.notice.substitutionOver", page)
                .containsEntry("mei mentoring.notice.rematched", page)
                .containsEntry("wang mentoring.notice.rematched", null);
        String told = callers.get("wang").get("/notices").body();
        List<Long> ofThePair = jdbc.queryForList(
                "select id from notice where person_id = 'wang' and link like '/mentorships/%'", Long.class);
        assertThat(ofThePair).isNotEmpty();
        for (long notice : ofThePair) {
            assertThat(told).doesNotContain("/notices/" + notice + "/open");
            assertThat(callers.get("wang")
                            .get("/notices/" + notice + "/open")
                            .raw()
                            .headers()
                            .firstValue("Location"))
                    .hasValueSatisfying(where -> assertThat(where).endsWith("/notices"));
        }
        assertThat(callers.get("mei").get("/notices").body()).contains("/open");
    }

    /** At once, as a reader would: what is told later must not change it. */
    private void everythingToldOpens() {
        List<Map<String, Object>> told = jdbc.queryForList("select id, person_id, code, link from notice order by id");
        assertThat(told).isNotEmpty();
        for (Map<String, Object> notice : told) {
            if (!opened.add(notice.get("id"))) {
                continue;
            }
            String person = (String) notice.get("person_id");
            String link = (String) notice.get("link");
            links.put(person + " " + notice.get("code"), link);
            if (link != null) {
                assertThat(link).as(notice.toString()).isNotEqualTo("/");
                int status = callers.computeIfAbsent(person, who -> Caller.browser(port, who))
                        .get(link.split("#")[0])
                        .status();
                assertThat(status).as(notice.toString()).isEqualTo(200);
            }
        }
    }

    private void fire(String activity) {
        ManagementService management = engine.getManagementService();
        management.executeJob(
                management.createJobQuery().activityId(activity).singleResult().getId());
    }

    /** Each timer that waits now in this stage, as if its time had come; one may end another. */
    private void fireAllOf(String process) {
        ManagementService management = engine.getManagementService();
        for (Job job : management
                .createJobQuery()
                .processDefinitionKey(process)
                .timers()
                .list()) {
            if (management.createJobQuery().jobId(job.getId()).count() == 1) {
                management.executeJob(job.getId());
            }
        }
    }
}
