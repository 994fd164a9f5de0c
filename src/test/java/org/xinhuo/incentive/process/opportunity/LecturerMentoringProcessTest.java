package org.xinhuo.incentive.process.opportunity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinhuo.base.Refusal;
import org.xinhuo.incentive.opportunity.MentoringOffer;
import org.xinhuo.incentive.opportunity.MentoringOffers;
import org.xinhuo.incentive.opportunity.MentoringTasks;
import org.xinhuo.incentive.opportunity.OfferMentoring;
import org.xinhuo.mentoring.Mentorship;
import org.xinhuo.mentoring.Mentorships;
import org.xinhuo.mentoring.process.MentoringProcess;
import org.xinhuo.people.Groups;
import org.xinhuo.testing.PassedNodes;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoTest;

/** Every way that an offer to mentor a new lecturer can go. */
@XinhuoTest
class LecturerMentoringProcessTest {

    private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");

    @RegisterExtension
    static final PassedNodes nodes = new PassedNodes(LecturerMentoringModel.KEY);

    @Autowired
    ProcessEngine engine;

    @Autowired
    TestCompany company;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    IdentityService identity;

    @Autowired
    ManagementService management;

    @Autowired
    MentoringOffers offers;

    @Autowired
    MentoringTasks start;

    @Autowired
    OfferMentoring offerMentoring;

    @Autowired
    Mentorships mentorships;

    @Autowired
    MentoringProcess mentoring;

    @Autowired
    Groups groups;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void anExcellentLecturerAndANewOne() {
        ClockUtil.setCurrentTime(Date.from(NOW));
        company.employee("han").role("han", "hr").employee("boss");
        company.employee("wang").lecturer("wang", "default").confirmedMonth("wang", "2026-02", "excellent");
        company.employee("li").lecturer("li", "default").confirmedMonth("li", "2026-02", "good");
        company.employee("sun").lecturer("sun", "default").since("sun", LocalDate.of(2025, 10, 1));
        company.employee("mo").mentor("mo", 3, "logical").employee("na").mentor("na", 3, "logical");
        company.employee("pi").mentor("pi", 3, "logical");
    }

    @Test
    void bothAgreeAndTheMentoringBeginsWithThisPair() {
        String id = offered("wang", "sun");
        assertThat(told("sun")).containsExactly("mentorOffer.made");
        assertThat(groups.of("wang")).doesNotContain("mentor");
        assertThat(runtime.getVariables(task().getProcessInstanceId()))
                .containsOnlyKeys("menteeId", "dueAt", "remindAt");
        assertThat(engine.getFormService().getTaskFormVariables(task().getId()))
                .containsEntry("mentor", "员工wang")
                .containsEntry("words", "一起把课讲好");

        answer("sun", true, "太好了");

        Mentorship mentorship = mentorships.get(id);
        assertThat(mentorship.menteeId()).isEqualTo("sun");
        assertThat(mentorship.mentorId()).isEqualTo("wang");
        assertThat(mentorship.state()).isEqualTo(Mentorship.State.PLANNING);
        assertThat(groups.of("wang")).contains("mentor");
        assertThat(tasks.createTaskQuery()
                        .taskDefinitionKey("stateNeeds")
                        .singleResult()
                        .getAssignee())
                .isEqualTo("sun");
        assertThat(tasks.createTaskQuery()
                        .taskDefinitionKeyIn("chooseMentor", "acceptMentee")
                        .count())
                .as("nobody is asked a second time")
                .isZero();
        assertThat(told("wang")).contains("mentorOffer.accepted", "matching.notice.yourMentee");
        assertThat(jdbc.sql("select right_version, kept_version from mentoring_offer")
                        .query()
                        .singleRow())
                .containsEntry("right_version", 1)
                .containsEntry("kept_version", 1);
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(id)
                        .list())
                .as("one key for all that one calls")
                .hasSize(3);
    }

    @Test
    void theRightEndsWithTheResultAndWhatHasBegunGoesOn() {
        String first = offered("wang", "sun");
        answer("sun", true, null);
        company.employee("zu").lecturer("zu", "default").since("zu", LocalDate.of(2026, 1, 1));
        String second = offered("wang", "zu");
        company.confirmedMonth("wang", "2026-03", "good");

        assertThatThrownBy(() -> offered("wang", "zu")).satisfies(this::isRefusal);
        answer("zu", true, null);

        assertThat(offers.get(second).state()).isEqualTo(MentoringOffer.State.RIGHT_ENDED);
        assertThat(told("zu")).contains("mentorOffer.rightEnded");
        assertThat(mentorships.existsById(second)).isFalse();
        assertThat(mentorships.get(first).mentorId()).isEqualTo("wang");
        company.correctedMonth("wang", "2026-03", 1, "excellent");
        company.employee("yu").lecturer("yu", "default").since("yu", LocalDate.of(2026, 1, 1));
        assertThat(offered("wang", "yu")).as("a correction opens it at once").isNotBlank();
    }

    @Test
    void aMentorWithoutAPlaceLeavesTheChoiceToTheNewLecturer() {
        company.mentor("wang", 0, "logical");
        String id = offered("wang", "sun");
        answer("sun", true, null);

        assertThat(mentorships.get(id).state()).isEqualTo(Mentorship.State.MATCHING);
        assertThat(tasks.createTaskQuery()
                        .taskDefinitionKey("chooseMentor")
                        .singleResult()
                        .getAssignee())
                .isEqualTo("sun");
        assertThat(jdbc.sql("select capacity from mentor where employee_id = 'wang'")
                        .query(Integer.class)
                        .single())
                .as("who is a mentor stays as HR has set it")
                .isZero();
        mentoring.withdraw(id, "han", "改期再说");
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey(LecturerMentoringModel.KEY)
                        .count())
                .isZero();
    }

    @Test
    void theNewLecturerDeclinesAndMayBeAskedAgain() {
        String id = offered("wang", "sun");
        assertThatThrownBy(() -> offered("wang", "sun")).as("twice").satisfies(this::isRefusal);
        answer("sun", false, "再等等");
        assertThat(offers.get(id).answer()).isEqualTo("再等等");
        assertThat(told("wang")).containsExactly("mentorOffer.declined");
        assertThat(mentorships.existsById(id)).isFalse();
        assertThat(offered("wang", "sun")).isNotEqualTo(id);
    }

    @Test
    void silenceIsRemindedOfAndLapses() {
        String id = offered("wang", "sun");
        assertThat(job("answerDueSoon").getDuedate()).isEqualTo(Date.from(NOW.plus(Duration.ofDays(5))));
        assertThat(job("answerOverdue").getDuedate()).isEqualTo(Date.from(NOW.plus(Duration.ofDays(7))));
        management.executeJob(job("answerDueSoon").getId());
        assertThat(told("sun")).containsExactly("mentorOffer.made", "mentorOffer.reminder");
        management.executeJob(job("answerOverdue").getId());
        assertThat(offers.get(id).state()).isEqualTo(MentoringOffer.State.LAPSED);
        assertThat(told("wang")).containsExactly("mentorOffer.lapsed");
        assertThatThrownBy(() -> offerMentoring.reply(id, "sun", true, null)).isInstanceOf(Refusal.class);
    }

    @Test
    void whoHasOfferedTakesItBackAndNobodyElse() {
        String id = offered("wang", "sun");
        assertThatThrownBy(() -> offerMentoring.takeBack(id, "sun")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> as("li", () -> message(id))).satisfies(this::isRefusal);
        offerMentoring.takeBack(id, "wang");
        assertThat(offers.get(id).state()).isEqualTo(MentoringOffer.State.TAKEN_BACK);
        assertThat(told("sun")).endsWith("mentorOffer.takenBack");
        assertThatThrownBy(() -> offerMentoring.takeBack(id, "wang")).isInstanceOf(Refusal.class);
        String other = offered("wang", "sun");
        as("wang", () -> message(other));
        assertThat(offers.get(other).state()).isEqualTo(MentoringOffer.State.TAKEN_BACK);
    }

    @Test
    void onlyTheExcellentOfferAndOnlyToNewLecturers() {
        assertThatThrownBy(() -> offered("li", "sun")).as("a good month").satisfies(this::isRefusal);
        assertThatThrownBy(() -> offered("boss", "sun")).as("no lecturer").satisfies(this::isRefusal);
        assertThatThrownBy(() -> offered("wang", "li")).as("an old hand").satisfies(this::isRefusal);
        assertThatThrownBy(() -> offered("wang", "boss")).as("no lecturer").satisfies(this::isRefusal);
        assertThatThrownBy(() -> offered("wang", "wang")).as("himself").satisfies(this::isRefusal);
        assertThatThrownBy(() -> offered("wang", null)).as("nobody").satisfies(this::isRefusal);
        assertThatThrownBy(
                        () -> runtime.startProcessInstanceByKey(LecturerMentoringModel.KEY, Map.of("menteeId", "sun")))
                .as("nobody offers")
                .satisfies(this::isRefusal);
        assertThat(offerMentoring.newLecturers())
                .extracting(OfferMentoring.NewLecturer::id)
                .containsExactly("sun");
        assertThat(jdbc.sql("select count(*) from mentoring_offer")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void whoIsMentoredAlreadyIsToldAndTheTaskStays() {
        String id = offered("wang", "sun");
        as("sun", () -> mentoring.start("sun"));
        assertThatThrownBy(() -> answer("sun", true, null)).satisfies(this::isRefusal);
        company.employee("xu").lecturer("xu", "default").confirmedMonth("xu", "2026-02", "excellent");
        assertThatThrownBy(() -> offered("xu", "sun"))
                .as("nobody offers it now")
                .satisfies(this::isRefusal);
        assertThat(offers.get(id).state()).isEqualTo(MentoringOffer.State.OPEN);
        answer("sun", false, null);
        assertThat(offers.get(id).state()).isEqualTo(MentoringOffer.State.DECLINED);
    }

    @Test
    void theNamesInCodeAreThoseInTheModel() {
        var model = engine.getRepositoryService()
                .getBpmnModelInstance(engine.getRepositoryService()
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(LecturerMentoringModel.KEY)
                        .latestVersion()
                        .singleResult()
                        .getId());
        for (String id : List.of(
                LecturerMentoringModel.OPEN_MENTORING_OFFER,
                LecturerMentoringModel.ACCEPT_MENTORING_OFFER,
                LecturerMentoringModel.REMIND_OF_MENTORING_OFFER,
                LecturerMentoringModel.LAPSE_MENTORING_OFFER,
                LecturerMentoringModel.TAKE_BACK_MENTORING_OFFER,
                LecturerMentoringModel.CONFIRM_MERIT_RIGHT,
                LecturerMentoringModel.MENTOR_LECTURER)) {
            assertThat(model.<ModelElementInstance>getModelElementById(id))
                    .as(id)
                    .isNotNull();
        }
        assertThat(model.getModelElementsByType(Message.class))
                .extracting(Message::getName)
                .containsExactly(LecturerMentoringModel.OFFER_TAKEN_BACK);
    }

    private String offered(String mentor, String mentee) {
        return as(mentor, () -> start.offer(mentee, "一起把课讲好"));
    }

    private void answer(String person, boolean accepted, String reason) {
        Map<String, Object> values = new HashMap<>();
        values.put("accepted", accepted);
        values.put("reason", reason);
        String open = tasks.createTaskQuery()
                .taskDefinitionKey("acceptMentoringOffer")
                .taskAssignee(person)
                .singleResult()
                .getId();
        as(person, () -> {
            tasks.complete(open, values);
            return open;
        });
    }

    private Object message(String id) {
        runtime.createMessageCorrelation(LecturerMentoringModel.OFFER_TAKEN_BACK)
                .processInstanceBusinessKey(id)
                .correlate();
        return id;
    }

    private <T> T as(String person, Callable<T> work) {
        try {
            identity.setAuthentication(person, List.of("employee", "lecturer"));
            return work.call();
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            identity.clearAuthentication();
        }
    }

    private Task task() {
        return tasks.createTaskQuery()
                .processDefinitionKey(LecturerMentoringModel.KEY)
                .singleResult();
    }

    private Job job(String activity) {
        return management.createJobQuery().activityId(activity).singleResult();
    }

    private List<String> told(String person) {
        return jdbc.sql("select code from notice where person_id = ? order by id")
                .param(person)
                .query(String.class)
                .list();
    }

    private void isRefusal(Throwable thrown) {
        assertThat(Refusal.in(thrown)).as("a refusal behind %s", thrown).isNotNull();
    }
}
