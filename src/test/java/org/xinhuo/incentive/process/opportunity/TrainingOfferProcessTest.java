package org.xinhuo.incentive.process.opportunity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinhuo.base.Refusal;
import org.xinhuo.incentive.opportunity.ApplyForTraining;
import org.xinhuo.incentive.opportunity.PublishOffer;
import org.xinhuo.incentive.opportunity.TrainingApplications;
import org.xinhuo.incentive.opportunity.TrainingOffer;
import org.xinhuo.incentive.opportunity.TrainingOffers;
import org.xinhuo.incentive.opportunity.WithdrawFromTraining;
import org.xinhuo.testing.PassedNodes;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoTest;

/** An offer of external training from its publication to its end: who applies, and who gets a place. */
@XinhuoTest
class TrainingOfferProcessTest {

    @RegisterExtension
    static final PassedNodes nodes = new PassedNodes(TrainingOfferModel.KEY).but(TrainingStory.OF_WHO_GOES);

    @Autowired
    ProcessEngine engine;

    @Autowired
    TestCompany company;

    @Autowired
    RuntimeService runtime;

    @Autowired
    FormService forms;

    @Autowired
    TrainingOffers offers;

    @Autowired
    TrainingApplications applications;

    @Autowired
    ApplyForTraining apply;

    @Autowired
    WithdrawFromTraining withdraw;

    @Autowired
    PublishOffer publish;

    @Autowired
    JdbcClient jdbc;

    TrainingStory offer;

    @BeforeEach
    void people(@Autowired ApplicationContext context) {
        offer = new TrainingStory(context);
        AbstractAssertions.init(engine);
        offer.people();
    }

    @Test
    void placesGoByResultAndWhoFindsNoneWaits() {
        String id = offer.published(2, null);
        assertThat(offer.assignees()).containsExactly("li", "qian", "wang", "zhou");
        assertThat(offer.told("wang")).containsExactly("training.published");
        assertThat(offer.told("sun")).isEmpty();
        Task task = offer.taskOf("zhou");
        assertThat(task).hasDueDate(Date.from(TrainingStory.UNTIL));
        assertThat(forms.getTaskFormVariables(task.getId()))
                .containsEntry("training", "演讲训练营")
                .containsEntry("places", 2)
                .containsEntry("until", "2026-03-09 10:00");
        assertThat(runtime.getVariables(task.getProcessInstanceId()))
                .as("no text stays in the process")
                .containsOnlyKeys("applyUntil", "remindAt", "confirmBy", "closeAt", "calledOff", "deadlineCame");

        offer.submit("qian", "想学");
        offer.submit("zhou", "想学");
        offer.submit("wang", "想学");
        offer.fireAll("applyForTraining");
        offer.fire("deadlinePassed");

        assertThat(offer.told("han")).containsExactly("training.ranked");
        assertThat(offer.order(id)).containsExactly("wang", "zhou", "qian");
        Task confirm = offer.taskNamed("confirmPlaces");
        assertThat(confirm).hasCandidateGroup("hr").hasDueDate(Date.from(TrainingStory.UNTIL.plus(Duration.ofDays(3))));
        assertThat(forms.getTaskFormVariables(confirm.getId()))
                .containsEntry("applications", 3)
                .extractingByKey("applicants")
                .asString()
                .contains("员工wang", "95.00");
        assertThat(offer.states(id)).containsEntry("wang", "APPLIED");

        offer.confirm("han");

        assertThat(offer.states(id)).isEqualTo(Map.of("wang", "PLACED", "zhou", "PLACED", "qian", "WAITING"));
        assertThat(offer.told("wang")).endsWith("training.placed");
        assertThat(offer.told("qian")).endsWith("training.waiting");
        assertThat(applications.of(id, "wang").orElseThrow().priorityVersion()).isEqualTo(1);
        assertThat(jdbc.sql("select priority, score, grade from training_application where lecturer_id = 'zhou'")
                        .query()
                        .singleRow()
                        .values()
                        .toString())
                .isEqualTo("[4, 80.00, good]");

        assertThat(offer.job("trainingBegan").getDuedate())
                .isEqualTo(Date.from(TrainingStory.UNTIL.plus(Duration.ofDays(30))));
        offer.fire("trainingBegan");
        assertThat(offer.states(id)).isEqualTo(Map.of("wang", "PLACED", "zhou", "PLACED", "qian", "UNPLACED"));
        assertThat(offer.told("qian")).endsWith("training.unplaced");
        assertThat(offers.get(id).state()).isEqualTo(TrainingOffer.State.CLOSED);
        assertThat(offer.open()).isZero();
    }

    @Test
    void theSamePriorityIsSettledByScoreThenByWhoCameFirstThenById() {
        offer.lecturer("a1", "good", "80.00");
        offer.lecturer("a2", "good", "80.00");
        offer.lecturer("a3", "good", "80.00");
        offer.lecturer("titled", "good", "71.00");
        company.write("insert into title_entry (lecturer_id, title, kind, period, decision_key, decision_version,"
                + " decided_at) values ('titled', 'senior-lecturer', 'won', '2026-01', 'lecturer-title', 1, now())");
        String id = offer.published(1, null);
        apply.applyAnywhere(id, "a3", "早");
        ClockUtil.setCurrentTime(Date.from(TrainingStory.NOW.plus(Duration.ofHours(1))));
        Stream.of("a2", "a1", "zhou", "titled", "li").forEach(one -> apply.applyAnywhere(id, one, "晚"));
        offer.fire("deadlinePassed");

        assertThat(offer.order(id)).containsExactly("li", "a3", "a1", "a2", "zhou", "titled");
    }

    @Test
    void whoHadATrainingWithinAYearComesAfterThoseWhoHadNone() {
        String first = offer.given(1, "wang");
        offer.fire("trainingBegan");
        assertThat(offers.get(first).state()).isEqualTo(TrainingOffer.State.CLOSED);
        String second = offer.published(1, null);
        offer.submit("wang", "再来");
        offer.submit("li", "第一次");
        offer.fire("deadlinePassed");

        assertThat(offer.order(second)).containsExactly("li", "wang");
        assertThat(applications.of(second, "wang").orElseThrow().trainingsInAYear())
                .isEqualTo(1);
    }

    @Test
    void nobodyAppliesAndTheOfferEnds() {
        String id = offer.published(3, null);
        assertThat(offer.job("deadlineNear").getDuedate())
                .isEqualTo(Date.from(TrainingStory.UNTIL.minus(Duration.ofDays(1))));
        offer.fire("deadlineNear");
        assertThat(offer.told("wang")).containsExactly("training.published", "training.reminder");
        offer.submit("wang", "想去");
        withdraw.withdraw(id, "wang");

        offer.fire("deadlinePassed");

        assertThat(offer.told("han")).containsExactly("training.unused");
        assertThat(offers.get(id).state()).isEqualTo(TrainingOffer.State.UNUSED);
        assertThat(offer.open()).isZero();
        assertThatThrownBy(() -> apply.applyAnywhere(id, "li", "晚了")).isInstanceOf(Refusal.class);
    }

    @Test
    void whoHasAppliedIsNotRemindedAndHrIs() {
        String id = offer.published(1, null);
        offer.submit("wang", "想去");
        offer.fire("deadlineNear");
        assertThat(offer.told("wang")).containsExactly("training.published");
        assertThat(offer.told("li")).endsWith("training.reminder");
        offer.fire("deadlinePassed");
        offer.fire("confirmationLate");
        assertThat(offer.told("hua")).containsExactly("training.ranked", "training.hrReminder");
        assertThat(offer.taskNamed("confirmPlaces")).isNotNull();
        assertThat(offer.states(id)).containsEntry("wang", "APPLIED");
    }

    @Test
    void everybodyAskedHasAppliedAndTheDeadlineStaysWhatWasPromised() {
        String id = offer.published(1, null);
        Stream.of("wang", "li", "zhou", "qian").forEach(one -> offer.submit(one, "想去"));
        offer.fireAll("applyForTraining");
        assertThat(offer.job("applicationsClosed").getDuedate()).isEqualTo(Date.from(TrainingStory.UNTIL));

        withdraw.withdraw(id, "wang");
        apply.applyAnywhere(id, "wang", "还是想去");
        assertThat(offer.states(id)).containsEntry("wang", "APPLIED");
        offer.fire("applicationsClosed");
        assertThat(offer.order(id)).containsExactly("wang", "li", "zhou", "qian");
    }

    @Test
    void whoQualifiesOnlyLaterAppliesOnThePageAndWhoQualifiesNoMoreCannot() {
        String id = offer.published(1, null);
        assertThatThrownBy(() -> apply.applyAnywhere(id, "sun", "想去")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> apply.applyAnywhere(id, "mei", "想去")).isInstanceOf(Refusal.class);
        Stream.of("wang", "li", "zhou", "qian", "wu").forEach(one -> company.confirmedMonth(one, "2026-03", "fail"));
        company.confirmedMonth("sun", "2026-03", "excellent");

        apply.applyAnywhere(id, "sun", "想去");
        assertThatThrownBy(() -> offer.submit("wang", "想去"))
                .as("by the task, too")
                .satisfies(TrainingStory::isRefusal);
        assertThatThrownBy(() -> apply.applyAnywhere(id, "sun", "再来"))
                .as("twice")
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> apply.applyAnywhere(id, "sun", " ")).isInstanceOf(Refusal.class);
        assertThat(offer.states(id)).isEqualTo(Map.of("sun", "APPLIED"));
    }

    @Test
    void nobodyQualifiesAndTheOfferStillWaitsForItsDeadline() {
        Stream.of("wang", "li", "zhou", "qian").forEach(one -> company.confirmedMonth(one, "2026-03", "pass"));
        String id = offer.published(1, null);
        assertThat(offer.assignees()).isEmpty();
        company.correctedMonth("wang", "2026-03", 1, "good");
        apply.applyAnywhere(id, "wang", "更正后符合条件");
        offer.fire("applicationsClosed");
        offer.confirm("hua");
        assertThat(offer.states(id)).isEqualTo(Map.of("wang", "PLACED"));
    }

    @Test
    void whoAppliedDoesNotConfirm() {
        offer.lecturer("han", "excellent", "99.00");
        String id = offer.published(1, null);
        offer.submit("han", "想去");
        offer.fire("deadlinePassed");
        assertThatThrownBy(() -> offer.confirm("han")).satisfies(TrainingStory::isRefusal);
        assertThat(offer.states(id)).containsEntry("han", "APPLIED");
        offer.confirm("hua");
        assertThat(offer.states(id)).containsEntry("han", "PLACED");
    }

    @Test
    void aWrongOfferIsRefusedAndNothingIsStored() {
        assertThatThrownBy(() -> offer.start("han", TrainingStory.values(0, TrainingStory.UNTIL)))
                .satisfies(TrainingStory::isRefusal);
        assertThatThrownBy(() -> offer.start("han", TrainingStory.values(1, TrainingStory.NOW)))
                .satisfies(TrainingStory::isRefusal);
        assertThatThrownBy(() -> offer.start("wang", TrainingStory.values(1, TrainingStory.UNTIL)))
                .isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> publish.publish(null, "训练营", null, 1, TrainingStory.UNTIL, null, "wang"))
                .isInstanceOf(Refusal.class);
        Map<String, Object> early = TrainingStory.values(1, TrainingStory.UNTIL);
        early.put("startsOn", "2026-03-05");
        assertThatThrownBy(() -> offer.start("han", early)).satisfies(TrainingStory::isRefusal);
        Map<String, Object> unknown = TrainingStory.values(1, TrainingStory.UNTIL);
        unknown.put("place", "上海");
        assertThatThrownBy(() -> offer.start("han", unknown)).satisfies(TrainingStory::isRefusal);
        offer.published(1, "t1");
        assertThatThrownBy(() -> offer.published(1, "t1")).satisfies(TrainingStory::isRefusal);
        assertThat(jdbc.sql("select count(*) from training_offer")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(offers.get("t1").places()).isEqualTo(1);
    }

    @Test
    void theTrainingsFirstDayEndsTheRefilling() {
        Map<String, Object> values = TrainingStory.values(1, TrainingStory.UNTIL);
        values.put("startsOn", "2026-03-10");
        String id = offer.start("han", values);
        offer.submit("wang", "想去");
        offer.fire("deadlinePassed");
        assertThat(offer.taskNamed("confirmPlaces"))
                .as("confirmed before it begins")
                .hasDueDate(Date.from(Instant.parse("2026-03-09T16:00:00Z")));
        offer.confirm("han");
        assertThat(offer.job("trainingBegan").getDuedate()).isEqualTo(Date.from(Instant.parse("2026-03-09T16:00:00Z")));
        assertThat(offers.get(id).startsOn()).hasToString("2026-03-10");
    }

    @Test
    void theNamesInCodeAreThoseInTheModel() {
        var model = engine.getRepositoryService()
                .getBpmnModelInstance(engine.getRepositoryService()
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(TrainingOfferModel.KEY)
                        .latestVersion()
                        .singleResult()
                        .getId());
        for (String id : List.of(
                TrainingOfferModel.PUBLISH_OFFER,
                TrainingOfferModel.APPLY_FOR_TRAINING,
                TrainingOfferModel.REMIND_CANDIDATES,
                TrainingOfferModel.RANK_APPLICANTS,
                TrainingOfferModel.CONFIRM_PLACES,
                TrainingOfferModel.REMIND_HR_OF_PLACES,
                TrainingOfferModel.CLOSE_OFFER,
                TrainingOfferModel.FILL_PLACES,
                TrainingOfferModel.RELEASE_LEAVERS,
                TrainingOfferModel.ASKING,
                TrainingOfferModel.DEADLINE_PASSED,
                TrainingOfferModel.NOTE_DEADLINE,
                TrainingOfferModel.END_ASKING,
                TrainingOfferModel.CALL_OFF_TRAINING)) {
            assertThat(model.<ModelElementInstance>getModelElementById(id))
                    .as(id)
                    .isNotNull();
        }
        assertThat(model.getModelElementsByType(Message.class))
                .extracting(Message::getName)
                .containsExactlyInAnyOrder(TrainingOfferModel.PLACE_FREED, TrainingOfferModel.CALLED_OFF);
    }
}
