package org.xinhuo.incentive.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstantiationBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.xinhuo.testing.Caller;
import org.xinhuo.testing.Caller.Answer;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

/** Over the engine's REST interface: nobody of HR, and no administrator, fires a timer of the own case. */
@XinhuoWebTest
class OwnTimersTest {

    /** The day does not matter: a timer that is fired early does what it would do when due. */
    private static final Instant LATER = Instant.parse("2031-01-01T00:00:00Z");

    private static final Timestamp ANY = Timestamp.from(LATER);

    @LocalServerPort
    int port;

    @Autowired
    TestCompany company;

    @Autowired
    ProcessEngine engine;

    /** All of them may fire any timer; wang and sun are the ones concerned, han never. */
    @BeforeEach
    void everybodyIsOfHr() {
        for (String person : List.of("wang", "sun", "han")) {
            company.employee(person).role(person, "hr").role(person, "camunda-admin");
        }
        company.lecturer("wang", "default").lecturer("sun", "default");
        company.share("s1", "wang", LATER, "PLANNED", "SUBMITTED", 45, 0);
    }

    @Test
    void ofTheOwnShare() {
        start(
                "sharing",
                "s1",
                "reportShare",
                Map.of(
                        "lecturerId", "wang",
                        "reportDueAt", Date.from(LATER),
                        "reportReminderAt", Date.from(LATER),
                        "reportGivenUpAt", Date.from(LATER)));
        // Sun competes with wang.
        onlyOthersFire("sharing", "reportNearlyDue", "wang", "sun");
    }

    @Test
    void ofASwapByNeitherOfTheTwo() {
        company.write(
                "insert into share_swap (id, share_id, asked_by, asked_of, state, asked_at, due_at, remind_at, started,"
                        + " rule_version) values ('x1', 's1', 'wang', 'sun', 'ASKED', ?, ?, ?, true, 1)",
                ANY,
                ANY,
                ANY);
        start(
                "share-swap",
                "x1",
                "agreeToSwap",
                Map.of("askedOf", "sun", "dueAt", Date.from(LATER), "remindAt", Date.from(LATER)));
        onlyOthersFire("share-swap", "swapDueSoon", "wang", "sun");
    }

    @Test
    void ofTheOwnReward() {
        company.write("insert into reward_entry (id, employee_id, period, kind, amount, currency, decision_key,"
                + " decision_version, entered_at) values ('r1', 'wang', '2026-06', 'rating-rank-1', 800, 'CNY',"
                + " 'lecturer-reward', 1, now())");
        start("reward", "r1", "approveReward", Map.of());
        onlyOthersFire("reward", "approvalOverdue", "wang");
    }

    @Test
    void ofAMonthWithAnOwnResult() {
        company.write(
                "insert into monthly_review (id, period, state, opened_at) values ('q1', '2026-06', 'OPEN', now())");
        company.confirmedMonth("wang", "2026-06", "good");
        start("monthly-review", "q1", "confirmResults", Map.of("period", "2026-06"));
        onlyOthersFire("monthly-review", "confirmationDueSoon", "wang");
    }

    @Test
    void ofACorrectionByNeitherWhoRequestedItNorWhoseResultItChanges() {
        company.confirmedMonth("wang", "2026-06", "good");
        company.write(
                "insert into month_correction (id, period, number, state, rules, reason, requested_by,"
                        + " requested_at, computed_at) values ('k1', '2026-06', 1, 'OPEN', 'confirmed', 'x', 'sun', now(), now())");
        start("month-correction", "k1", "confirmCorrection", Map.of("period", "2026-06"));
        onlyOthersFire("month-correction", "confirmationLapsed", "sun");
    }

    @Test
    void ofTheOwnImprovementTalk() {
        company.write("insert into improvement_notice (id, lecturer_id, period, created_at, opened_at)"
                + " values ('n1', 'wang', '2026-06', now(), now())");
        start("improvement-talk", "n1", "holdImprovementTalk", Map.of());
        onlyOthersFire("improvement-talk", "talkOverdue", "wang");
    }

    @Test
    void ofAnOfferToMentorByNeitherOfTheTwo() {
        company.write(
                "insert into mentoring_offer (id, mentor_id, mentee_id, state, made_at, due_at, remind_at, rule_version,"
                        + " right_version) values ('m1', 'wang', 'sun', 'OPEN', ?, ?, ?, 1, 1)",
                ANY,
                ANY,
                ANY);
        start(
                "lecturer-mentoring",
                "m1",
                "acceptMentoringOffer",
                Map.of("menteeId", "sun", "dueAt", Date.from(LATER), "remindAt", Date.from(LATER)));
        onlyOthersFire("lecturer-mentoring", "answerDueSoon", "wang", "sun");
    }

    @Test
    void ofATrainingByNobodyWhoHasAppliedAlsoNotAfterWithdrawing() {
        company.write(
                "insert into training_offer (id, title, places, apply_until, state, published_at, remind_at, confirm_by,"
                        + " close_at, terms_version) values ('t1', 'x', 1, ?, 'RANKED', ?, ?, ?, ?, 1)",
                ANY,
                ANY,
                ANY,
                ANY,
                ANY);
        for (Map.Entry<String, String> one :
                Map.of("wang", "APPLIED", "sun", "WITHDRAWN").entrySet()) {
            company.write(
                    "insert into training_application (offer_id, lecturer_id, reason, applied_at, state,"
                            + " eligibility_version) values ('t1', ?, 'x', now(), ?, 1)",
                    one.getKey(),
                    one.getValue());
        }
        start("training-offer", "t1", "confirmPlaces", Map.of("confirmBy", Date.from(LATER)));
        onlyOthersFire("training-offer", "confirmationLate", "wang", "sun");
    }

    @Test
    void ofAnApplicationCaseNeitherByWhoFiledItNorByTheLecturer() {
        company.write("insert into application_case (id, share_id, learner_id, newest, open)"
                + " values ('c1', 's1', 'sun', 1, true)");
        company.write(
                "insert into application_case_version (case_id, number, situation, action, result, state, filed_at,"
                        + " due_at, remind_at, escalate_at, rule_version, started)"
                        + " values ('c1', 1, 'a', 'b', 'c', 'FILED', ?, ?, ?, ?, 1, true)",
                ANY,
                ANY,
                ANY,
                ANY);
        start(
                "application-case",
                "c1",
                "confirmCase",
                Map.of(
                        "lecturerId", "wang",
                        "dueAt", Date.from(LATER),
                        "remindAt", Date.from(LATER),
                        "escalateAt", Date.from(LATER)));
        onlyOthersFire("application-case", "caseDueSoon", "sun", "wang");
    }

    @Test
    void ofTheOwnApplicationForAPromotion() {
        company.write(
                "insert into promotion_application (id, employee_id, target_role, state, submitted_by, submitted_at,"
                        + " lecturer_months, excellent_months, decision_version) values ('p1', 'wang', 'department-manager',"
                        + " 'OPEN', 'wang', now(), 6, 6, 1)");
        start("promotion", "p1", "approveAsHr", Map.of());
        onlyOthersFire("promotion", "hrLate", "wang");
    }

    private void start(String process, String key, String at, Map<String, Object> variables) {
        ProcessInstantiationBuilder instance = engine.getRuntimeService()
                .createProcessInstanceByKey(process)
                .businessKey(key)
                .startBeforeActivity(at);
        variables.forEach(instance::setVariable);
        instance.execute();
    }

    private void onlyOthersFire(String process, String timer, String... concerned) {
        Job job = timer(process, timer);
        for (String person : concerned) {
            for (String root : List.of("/engine-rest", "/camunda/api/engine/engine/default")) {
                assertThat(fire(root, person, job).status())
                        .as(person + " " + root)
                        .isEqualTo(403);
            }
            assertThat(Caller.basic(port, person)
                            .put(
                                    "/engine-rest/job/" + job.getId() + "/duedate",
                                    "{\"duedate\":\"2020-01-01T00:00:00.000+0000\"}")
                            .status())
                    .as(person + " puts it forward")
                    .isEqualTo(403);
            assertThat(timer(process, timer)).as(person).isNotNull();
            assertThat(timer(process, timer).getDuedate()).as(person).isEqualTo(job.getDuedate());
            assertThat(timer(process, timer).getRetries()).as(person).isEqualTo(job.getRetries());
        }
        Answer other = fire("/engine-rest", "han", job);
        assertThat(other.status()).as(other.toString()).isEqualTo(204);
        // One that comes again waits as another job.
        assertThat(engine.getManagementService()
                        .createJobQuery()
                        .jobId(job.getId())
                        .singleResult())
                .isNull();
    }

    private Answer fire(String root, String person, Job job) {
        if (root.equals("/engine-rest")) {
            return Caller.basic(port, person).post(root + "/job/" + job.getId() + "/execute", "{}");
        }
        Caller browser = Caller.browser(port, person);
        browser.get("/camunda/app/tasklist/default/");
        return browser.with("X-XSRF-TOKEN", browser.cookie("XSRF-TOKEN"))
                .post(root + "/job/" + job.getId() + "/execute", "{}");
    }

    private Job timer(String process, String activity) {
        return engine.getManagementService()
                .createJobQuery()
                .processDefinitionKey(process)
                .activityId(activity)
                .singleResult();
    }
}
