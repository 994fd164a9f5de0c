package org.xinhuo.incentive.process.opportunity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinhuo.base.Refusal;
import org.xinhuo.incentive.opportunity.ApplyForTraining;
import org.xinhuo.incentive.opportunity.CallOffTraining;
import org.xinhuo.incentive.opportunity.PublishOffer;
import org.xinhuo.incentive.opportunity.TrainingApplication;
import org.xinhuo.incentive.opportunity.TrainingApplications;
import org.xinhuo.incentive.opportunity.TrainingOffer;
import org.xinhuo.incentive.opportunity.TrainingOffers;
import org.xinhuo.incentive.opportunity.WithdrawFromTraining;
import org.xinhuo.testing.PassedNodes;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoTest;

/** Every way that an offer of external training can go. */
@XinhuoTest
class TrainingOfferProcessTest {

    private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");
    private static final Instant UNTIL = NOW.plus(Duration.ofDays(7));

    @RegisterExtension
    static final PassedNodes nodes = new PassedNodes(TrainingOfferModel.KEY);

    @Autowired
    ProcessEngine engine;

    @Autowired
    TestCompany company;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    FormService forms;

    @Autowired
    IdentityService identity;

    @Autowired
    ManagementService management;

    @Autowired
    TrainingOffers offers;

    @Autowired
    TrainingApplications applications;

    @Autowired
    ApplyForTraining apply;

    @Autowired
    WithdrawFromTraining withdraw;

    @Autowired
    CallOffTraining callOff;

    @Autowired
    PublishOffer publish;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void fourWhoQualifyAndTwoWhoDoNot() {
        AbstractAssertions.init(engine);
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

    @Test
    void placesGoByResultAndWhoFindsNoneWaits() {
        String id = published(2, null);
        assertThat(assignees()).containsExactly("li", "qian", "wang", "zhou");
        assertThat(told("wang")).containsExactly("training.published");
        assertThat(told("sun")).isEmpty();
        Task task = taskOf("zhou");
        assertThat(task).hasDueDate(Date.from(UNTIL));
        assertThat(forms.getTaskFormVariables(task.getId()))
                .containsEntry("training", "演讲训练营")
                .containsEntry("places", 2)
                .containsEntry("until", "2026-03-09 10:00");
        assertThat(runtime.getVariables(task.getProcessInstanceId()))
                .as("no text stays in the process")
                .containsOnlyKeys("applyUntil", "remindAt", "confirmBy", "closeAt");

        submit("qian", "想学");
        submit("zhou", "想学");
        submit("wang", "想学");
        fireAll("applyForTraining");
        fire("deadlinePassed");

        assertThat(told("han")).containsExactly("training.ranked");
        assertThat(order(id)).containsExactly("wang", "zhou", "qian");
        Task confirm = taskNamed("confirmPlaces");
        assertThat(confirm).hasCandidateGroup("hr").hasDueDate(Date.from(UNTIL.plus(Duration.ofDays(3))));
        assertThat(forms.getTaskFormVariables(confirm.getId()))
                .containsEntry("applications", 3)
                .extractingByKey("applicants")
                .asString()
                .contains("员工wang", "95.00");
        assertThat(states(id)).containsEntry("wang", "APPLIED");

        confirm("han");

        assertThat(states(id)).isEqualTo(Map.of("wang", "PLACED", "zhou", "PLACED", "qian", "WAITING"));
        assertThat(told("wang")).endsWith("training.placed");
        assertThat(told("qian")).endsWith("training.waiting");
        assertThat(applications.of(id, "wang").orElseThrow().priorityVersion()).isEqualTo(1);
        assertThat(jdbc.sql("select priority, score, grade from training_application where lecturer_id = 'zhou'")
                        .query()
                        .singleRow()
                        .values()
                        .toString())
                .isEqualTo("[4, 80.00, good]");

        assertThat(job("trainingBegan").getDuedate()).isEqualTo(Date.from(UNTIL.plus(Duration.ofDays(30))));
        fire("trainingBegan");
        assertThat(states(id)).isEqualTo(Map.of("wang", "PLACED", "zhou", "PLACED", "qian", "UNPLACED"));
        assertThat(told("qian")).endsWith("training.unplaced");
        assertThat(offers.get(id).state()).isEqualTo(TrainingOffer.State.CLOSED);
        assertThat(open()).isZero();
    }

    @Test
    void whoGivesAPlaceBackLetsTheNextMoveUp() {
        String id = given(1, "wang", "li", "zhou");
        assertThat(states(id)).isEqualTo(Map.of("wang", "PLACED", "li", "WAITING", "zhou", "WAITING"));

        withdraw.withdraw(id, "wang");
        assertThat(states(id)).isEqualTo(Map.of("wang", "WITHDRAWN", "li", "PLACED", "zhou", "WAITING"));
        assertThat(told("li")).endsWith("training.movedUp");
        assertThat(told("han")).endsWith("training.withdrawn");
        assertThatThrownBy(() -> withdraw.withdraw(id, "wang")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> withdraw.withdrawFor(id, "li", "zhou", "x")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> withdraw.withdrawFor(id, "li", "han", " ")).isInstanceOf(Refusal.class);

        withdraw.withdrawFor(id, "li", "han", "另有安排");
        assertThat(states(id)).containsEntry("zhou", "PLACED");
        assertThat(told("li")).endsWith("training.takenBack");

        runtime.createMessageCorrelation(TrainingOfferModel.PLACE_FREED)
                .processInstanceBusinessKey(id)
                .correlate();
        assertThat(states(id)).as("the message alone moves nobody").containsEntry("zhou", "PLACED");
    }

    @Test
    void theSamePriorityIsSettledByScoreThenByWhoCameFirstThenById() {
        lecturer("a1", "good", "80.00");
        lecturer("a2", "good", "80.00");
        lecturer("a3", "good", "80.00");
        lecturer("titled", "good", "71.00");
        company.write("insert into title_entry (lecturer_id, title, kind, period, decision_key, decision_version,"
                + " decided_at) values ('titled', 'senior-lecturer', 'won', '2026-01', 'lecturer-title', 1, now())");
        String id = published(1, null);
        apply.applyAnywhere(id, "a3", "早");
        ClockUtil.setCurrentTime(Date.from(NOW.plus(Duration.ofHours(1))));
        Stream.of("a2", "a1", "zhou", "titled", "li").forEach(one -> apply.applyAnywhere(id, one, "晚"));
        fire("deadlinePassed");

        assertThat(order(id)).containsExactly("li", "a3", "a1", "a2", "zhou", "titled");
    }

    @Test
    void whoHadATrainingWithinAYearComesAfterThoseWhoHadNone() {
        String first = given(1, "wang");
        fire("trainingBegan");
        assertThat(offers.get(first).state()).isEqualTo(TrainingOffer.State.CLOSED);
        String second = published(1, null);
        submit("wang", "再来");
        submit("li", "第一次");
        fire("deadlinePassed");

        assertThat(order(second)).containsExactly("li", "wang");
        assertThat(applications.of(second, "wang").orElseThrow().trainingsInAYear())
                .isEqualTo(1);
    }

    @Test
    void nobodyAppliesAndTheOfferEnds() {
        String id = published(3, null);
        assertThat(job("deadlineNear").getDuedate()).isEqualTo(Date.from(UNTIL.minus(Duration.ofDays(1))));
        fire("deadlineNear");
        assertThat(told("wang")).containsExactly("training.published", "training.reminder");
        submit("wang", "想去");
        withdraw.withdraw(id, "wang");

        fire("deadlinePassed");

        assertThat(told("han")).containsExactly("training.unused");
        assertThat(offers.get(id).state()).isEqualTo(TrainingOffer.State.UNUSED);
        assertThat(open()).isZero();
        assertThatThrownBy(() -> apply.applyAnywhere(id, "li", "晚了")).isInstanceOf(Refusal.class);
    }

    @Test
    void whoHasAppliedIsNotRemindedAndHrIs() {
        String id = published(1, null);
        submit("wang", "想去");
        fire("deadlineNear");
        assertThat(told("wang")).containsExactly("training.published");
        assertThat(told("li")).endsWith("training.reminder");
        fire("deadlinePassed");
        fire("confirmationLate");
        assertThat(told("hua")).containsExactly("training.ranked", "training.hrReminder");
        assertThat(taskNamed("confirmPlaces")).isNotNull();
        assertThat(states(id)).containsEntry("wang", "APPLIED");
    }

    @Test
    void everybodyAskedHasAppliedAndTheDeadlineStaysWhatWasPromised() {
        String id = published(1, null);
        Stream.of("wang", "li", "zhou", "qian").forEach(one -> submit(one, "想去"));
        fireAll("applyForTraining");
        assertThat(job("applicationsClosed").getDuedate()).isEqualTo(Date.from(UNTIL));

        withdraw.withdraw(id, "wang");
        apply.applyAnywhere(id, "wang", "还是想去");
        assertThat(states(id)).containsEntry("wang", "APPLIED");
        fire("applicationsClosed");
        assertThat(order(id)).containsExactly("wang", "li", "zhou", "qian");
    }

    @Test
    void whoQualifiesOnlyLaterAppliesOnThePageAndWhoQualifiesNoMoreCannot() {
        String id = published(1, null);
        assertThatThrownBy(() -> apply.applyAnywhere(id, "sun", "想去")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> apply.applyAnywhere(id, "mei", "想去")).isInstanceOf(Refusal.class);
        Stream.of("wang", "li", "zhou", "qian", "wu").forEach(one -> company.confirmedMonth(one, "2026-03", "fail"));
        company.confirmedMonth("sun", "2026-03", "excellent");

        apply.applyAnywhere(id, "sun", "想去");
        assertThatThrownBy(() -> submit("wang", "想去")).as("by the task, too").satisfies(this::isRefusal);
        assertThatThrownBy(() -> apply.applyAnywhere(id, "sun", "再来"))
                .as("twice")
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> apply.applyAnywhere(id, "sun", " ")).isInstanceOf(Refusal.class);
        assertThat(states(id)).isEqualTo(Map.of("sun", "APPLIED"));
    }

    @Test
    void nobodyQualifiesAndTheOfferStillWaitsForItsDeadline() {
        Stream.of("wang", "li", "zhou", "qian").forEach(one -> company.confirmedMonth(one, "2026-03", "pass"));
        String id = published(1, null);
        assertThat(assignees()).isEmpty();
        company.correctedMonth("wang", "2026-03", 1, "good");
        apply.applyAnywhere(id, "wang", "更正后符合条件");
        fire("applicationsClosed");
        confirm("hua");
        assertThat(states(id)).isEqualTo(Map.of("wang", "PLACED"));
    }

    @Test
    void whoLeavesTheCompanyKeepsNoPlace() {
        String id = given(1, "wang", "li", "zhou");
        company.left("wang").left("li");

        fire("dayBegan");

        assertThat(states(id)).isEqualTo(Map.of("wang", "GONE", "li", "GONE", "zhou", "PLACED"));
        assertThat(told("zhou")).endsWith("training.movedUp");
        assertThat(job("dayBegan")).as("again tomorrow").isNotNull();
    }

    @Test
    void whoLeftBeforeTheDeadlineIsNotRanked() {
        String id = published(1, null);
        submit("wang", "想去");
        submit("li", "想去");
        company.left("wang");
        fire("deadlinePassed");
        assertThat(order(id)).containsExactly("li");
        company.left("li");
        confirm("han");
        assertThat(states(id)).isEqualTo(Map.of("wang", "GONE", "li", "GONE"));
    }

    @Test
    void hrCallsTheTrainingOffAndEverybodyIsTold() {
        String id = given(1, "wang", "li");
        assertThatThrownBy(() -> callOff.callOff(id, "wang", "x")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> callOff.callOff(id, "han", "")).isInstanceOf(Refusal.class);

        as("han", List.of("employee", "hr"), () -> {
            callOff.callOff(id, "han", "机构延期");
            return id;
        });

        assertThat(offers.get(id).state()).isEqualTo(TrainingOffer.State.CALLED_OFF);
        assertThat(states(id)).isEqualTo(Map.of("wang", "UNPLACED", "li", "UNPLACED"));
        assertThat(told("wang")).endsWith("training.calledOffWhy");
        assertThat(offers.get(id).calledOffBy()).isEqualTo("han");
        assertThat(offers.get(id).calledOffWhy()).isEqualTo("机构延期");
        assertThat(engine.getHistoryService()
                        .createHistoricVariableInstanceQuery()
                        .variableName("reason")
                        .count())
                .as("no words stay in the process")
                .isZero();
        assertThat(open()).isZero();
        assertThatThrownBy(() -> callOff.callOff(id, "han", "再次")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> withdraw.withdraw(id, "wang")).isInstanceOf(Refusal.class);
    }

    @Test
    void theMessageIsForHrAloneAndCallsOffWithoutWords() {
        String id = published(1, null);
        submit("wang", "想去");
        assertThatThrownBy(() ->
                        as("li", List.of("employee", "lecturer"), () -> message(TrainingOfferModel.CALLED_OFF, id)))
                .satisfies(this::isRefusal);
        assertThatThrownBy(
                        () -> as("han", List.of("employee", "hr"), () -> message(TrainingOfferModel.PLACE_FREED, id)))
                .satisfies(this::isRefusal);
        as("han", List.of("employee", "hr"), () -> message(TrainingOfferModel.CALLED_OFF, id));
        assertThat(offers.get(id).calledOffBy()).isEqualTo("han");
        assertThat(told("wang")).endsWith("training.calledOff");
    }

    @Test
    void whoAppliedDoesNotConfirm() {
        lecturer("han", "excellent", "99.00");
        String id = published(1, null);
        submit("han", "想去");
        fire("deadlinePassed");
        assertThatThrownBy(() -> confirm("han")).satisfies(this::isRefusal);
        assertThat(states(id)).containsEntry("han", "APPLIED");
        confirm("hua");
        assertThat(states(id)).containsEntry("han", "PLACED");
    }

    @Test
    void aWrongOfferIsRefusedAndNothingIsStored() {
        assertThatThrownBy(() -> start("han", values(0, UNTIL))).satisfies(this::isRefusal);
        assertThatThrownBy(() -> start("han", values(1, NOW))).satisfies(this::isRefusal);
        assertThatThrownBy(() -> start("wang", values(1, UNTIL))).isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> publish.publish(null, "训练营", null, 1, UNTIL, null, "wang"))
                .isInstanceOf(Refusal.class);
        Map<String, Object> early = values(1, UNTIL);
        early.put("startsOn", "2026-03-05");
        assertThatThrownBy(() -> start("han", early)).satisfies(this::isRefusal);
        Map<String, Object> unknown = values(1, UNTIL);
        unknown.put("place", "上海");
        assertThatThrownBy(() -> start("han", unknown)).satisfies(this::isRefusal);
        published(1, "t1");
        assertThatThrownBy(() -> published(1, "t1")).satisfies(this::isRefusal);
        assertThat(jdbc.sql("select count(*) from training_offer")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(offers.get("t1").places()).isEqualTo(1);
    }

    @Test
    void theTrainingsFirstDayEndsTheRefilling() {
        Map<String, Object> values = values(1, UNTIL);
        values.put("startsOn", "2026-03-10");
        String id = start("han", values);
        submit("wang", "想去");
        fire("deadlinePassed");
        assertThat(taskNamed("confirmPlaces"))
                .as("confirmed before it begins")
                .hasDueDate(Date.from(Instant.parse("2026-03-09T16:00:00Z")));
        confirm("han");
        assertThat(job("trainingBegan").getDuedate()).isEqualTo(Date.from(Instant.parse("2026-03-09T16:00:00Z")));
        assertThat(offers.get(id).startsOn()).hasToString("2026-03-10");
    }

    @Test
    void ofTwoWhoApplyForTheLastPlaceAtOnceOneGetsIt() throws Exception {
        String id = published(1, null);
        atOnce(() -> apply.applyAnywhere(id, "wang", "想去"), () -> apply.applyAnywhere(id, "li", "想去"));
        assertThat(states(id)).isEqualTo(Map.of("wang", "APPLIED", "li", "APPLIED"));
        fireAll("applyForTraining");
        fire("deadlinePassed");
        confirm("han");
        assertThat(states(id)).isEqualTo(Map.of("wang", "PLACED", "li", "WAITING"));
    }

    @RepeatedTest(5)
    void whoAppliesInTheMomentOfTheDeadlineIsEitherRankedOrRefused() throws Exception {
        String id = published(1, null);
        submit("li", "想去");
        String timer = job("deadlinePassed").getId();
        List<Throwable> failures =
                atOnce(() -> apply.applyAnywhere(id, "wang", "想去"), () -> management.executeJob(timer));
        if (offers.get(id).state() == TrainingOffer.State.OPEN) {
            management.executeJob(timer); // The application was quicker; the job executor tries again.
        }
        assertThat(failures)
                .as("wang's application is refused, or the timer goes again")
                .allMatch(failure -> Refusal.in(failure) != null
                        || failure instanceof OptimisticLockingFailureException
                        || failure instanceof OptimisticLockingException);
        boolean refused = applications.of(id, "wang").isEmpty();
        assertThat(order(id))
                .as("what failed: %s", failures)
                .isEqualTo(refused ? List.of("li") : List.of("wang", "li"));
    }

    @Test
    void twoWhoGiveBackAtOnceLetTwoMoveUp() throws Exception {
        String id = given(2, "wang", "li", "zhou", "qian");
        List<Throwable> failures = atOnce(() -> withdraw.withdraw(id, "wang"), () -> withdraw.withdraw(id, "li"));
        assertThat(failures).isEmpty();
        assertThat(states(id))
                .isEqualTo(Map.of("wang", "WITHDRAWN", "li", "WITHDRAWN", "zhou", "PLACED", "qian", "PLACED"));
    }

    /** Applications, withdrawals, leaving, deadline, confirmation and the daily look in any order. */
    @Test
    void noSequenceOverbooksOrLeavesAPlaceFreeWhileSomebodyWaits() {
        for (int index = 0; index < 6; index++) {
            lecturer("p" + index, index % 2 == 0 ? "excellent" : "good", (70 + index) + ".00");
        }
        for (long seed = 1; seed <= 25; seed++) {
            RandomGenerator random =
                    RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            company.write("update employee set left_on = null");
            int places = 1 + random.nextInt(3);
            String id = published(places, "seq-" + seed);
            for (int step = 0; step < 24; step++) {
                String person = "p" + random.nextInt(6);
                try {
                    switch (random.nextInt(12)) {
                        case 0, 1, 2, 3, 4 -> apply.applyAnywhere(id, person, "想去");
                        case 5, 6, 7 -> withdraw.withdraw(id, person);
                        case 8 -> fireIfThere(id, step < 6 ? "none" : "deadlinePassed", "applicationsClosed");
                        case 9 -> confirmIfThere(id);
                        case 10 -> {
                            if (random.nextInt(4) == 0) {
                                company.left(person);
                            }
                        }
                        default -> fireIfThere(id, "dayBegan");
                    }
                } catch (RuntimeException refused) {
                    assertThat(Refusal.in(refused))
                            .as("seed %s: %s", seed, refused)
                            .isNotNull();
                }
                expectFair(id, places, seed);
            }
            fireIfThere(id, "deadlinePassed", "applicationsClosed");
            confirmIfThere(id);
            fireIfThere(id, "dayBegan");
            expectFair(id, places, seed);
            if (offers.get(id).state().runs()) {
                callOff.callOff(id, "han", "下一轮");
            }
        }
    }

    private void expectFair(String id, int places, long seed) {
        List<TrainingApplication> all = applications.of(id);
        List<TrainingApplication> placed = all.stream()
                .filter(one -> one.state() == TrainingApplication.State.PLACED)
                .toList();
        assertThat(placed).as("seed %s: no more than there are", seed).hasSizeLessThanOrEqualTo(places);
        assertThat(placed).extracting(TrainingApplication::place).doesNotHaveDuplicates();
        List<TrainingApplication> waiting = all.stream()
                .filter(one -> one.state() == TrainingApplication.State.WAITING)
                .toList();
        if (placed.size() < places) {
            assertThat(waiting)
                    .as("seed %s: nobody who is here waits for a free place", seed)
                    .allMatch(one -> jdbc.sql("select left_on is not null from employee where id = ?")
                            .param(one.lecturerId())
                            .query(Boolean.class)
                            .single());
        }
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
                TrainingOfferModel.CALL_OFF_TRAINING)) {
            assertThat(model.<ModelElementInstance>getModelElementById(id))
                    .as(id)
                    .isNotNull();
        }
        assertThat(model.getModelElementsByType(Message.class))
                .extracting(Message::getName)
                .containsExactlyInAnyOrder(TrainingOfferModel.PLACE_FREED, TrainingOfferModel.CALLED_OFF);
    }

    private void lecturer(String id, String grade, String score) {
        if (!id.equals("han")) {
            company.employee(id);
        }
        company.lecturer(id, "default").confirmedMonth(id, "2026-02", grade);
        company.write("do $$ begin perform set_config('session_replication_role', 'replica', true);"
                + " update month_result set score = " + score + " where lecturer_id = '" + id + "'; end $$");
    }

    private String published(int places, String key) {
        return start("han", values(places, UNTIL), key);
    }

    private String given(int places, String... applicants) {
        String id = published(places, null);
        for (String applicant : applicants) {
            submit(applicant, "想去");
        }
        fireAll("applyForTraining");
        fireIfThere(id, "deadlinePassed", "applicationsClosed");
        confirm("han");
        return id;
    }

    private static Map<String, Object> values(int places, Instant until) {
        return new HashMap<>(Map.of("title", "演讲训练营", "places", places, "applyUntil", until.toString()));
    }

    private String start(String by, Map<String, Object> values) {
        return start(by, values, null);
    }

    private String start(String by, Map<String, Object> values, String key) {
        return as(
                by,
                List.of("employee", by.startsWith("h") ? "hr" : "lecturer"),
                () -> runtime.startProcessInstanceByKey(TrainingOfferModel.KEY, key, values)
                        .getBusinessKey());
    }

    private Object message(String name, String key) {
        runtime.createMessageCorrelation(name).processInstanceBusinessKey(key).correlate();
        return key;
    }

    private void submit(String person, String reason) {
        String open = taskOf(person).getId();
        as(person, List.of("employee", "lecturer"), () -> {
            tasks.complete(open, Map.of("reason", reason));
            return open;
        });
    }

    private void confirm(String person) {
        String open = taskNamed("confirmPlaces").getId();
        as(person, List.of("employee", "hr"), () -> {
            tasks.complete(open, Map.of());
            return open;
        });
    }

    private void confirmIfThere(String id) {
        Task open = tasks.createTaskQuery()
                .processInstanceBusinessKey(id)
                .taskDefinitionKey("confirmPlaces")
                .singleResult();
        if (open != null) {
            as("han", List.of("employee", "hr"), () -> {
                tasks.complete(open.getId(), Map.of());
                return id;
            });
        }
    }

    private <T> T as(String person, List<String> groups, Callable<T> work) {
        try {
            identity.setAuthentication(person, groups);
            return work.call();
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            identity.clearAuthentication();
        }
    }

    /** @return what failed */
    private static List<Throwable> atOnce(Runnable... work) throws Exception {
        CyclicBarrier together = new CyclicBarrier(work.length);
        ExecutorService threads = Executors.newFixedThreadPool(work.length);
        try {
            List<Future<Throwable>> results = Stream.of(work)
                    .map(one -> threads.submit(() -> {
                        together.await();
                        try {
                            one.run();
                            return null;
                        } catch (RuntimeException failure) {
                            return (Throwable) failure;
                        }
                    }))
                    .toList();
            List<Throwable> failures = new ArrayList<>();
            for (Future<Throwable> result : results) {
                Throwable failure = result.get();
                if (failure != null) {
                    failures.add(failure);
                }
            }
            return failures;
        } finally {
            threads.shutdown();
        }
    }

    private Task taskOf(String person) {
        return tasks.createTaskQuery()
                .processDefinitionKey(TrainingOfferModel.KEY)
                .taskDefinitionKey("applyForTraining")
                .taskAssignee(person)
                .singleResult();
    }

    private Task taskNamed(String task) {
        return tasks.createTaskQuery()
                .processDefinitionKey(TrainingOfferModel.KEY)
                .taskDefinitionKey(task)
                .singleResult();
    }

    private List<String> assignees() {
        return tasks.createTaskQuery().taskDefinitionKey("applyForTraining").list().stream()
                .map(Task::getAssignee)
                .sorted()
                .toList();
    }

    /** Who still wants to go, by rank. */
    private List<String> order(String id) {
        return applications.of(id).stream()
                .filter(one -> one.state().counts())
                .map(TrainingApplication::lecturerId)
                .toList();
    }

    private Map<String, String> states(String id) {
        Map<String, String> states = new TreeMap<>();
        applications
                .of(id)
                .forEach(one -> states.put(one.lecturerId(), one.state().name()));
        return states;
    }

    private Job job(String activity) {
        return management.createJobQuery().activityId(activity).singleResult();
    }

    private void fire(String activity) {
        management.executeJob(job(activity).getId());
    }

    private void fireAll(String activity) {
        management.createJobQuery().activityId(activity).list().forEach(job -> management.executeJob(job.getId()));
    }

    private void fireIfThere(String id, String... activities) {
        String instance = runtime.createProcessInstanceQuery().processInstanceBusinessKey(id).list().stream()
                .map(one -> one.getId())
                .findFirst()
                .orElse("none");
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

    private long open() {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey(TrainingOfferModel.KEY)
                .count();
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
