package org.xinhuo.incentive.process.opportunity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinhuo.base.Refusal;
import org.xinhuo.incentive.opportunity.CallOffTraining;
import org.xinhuo.incentive.opportunity.TrainingOffer;
import org.xinhuo.incentive.opportunity.TrainingOffers;
import org.xinhuo.incentive.opportunity.WithdrawFromTraining;
import org.xinhuo.testing.EngineDriver;
import org.xinhuo.testing.PassedNodes;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoTest;

/** Who gives a place back or leaves, and what becomes of a training that is called off. */
@XinhuoTest
class TrainingWithdrawalTest {

    @RegisterExtension
    static final PassedNodes nodes = new PassedNodes(TrainingOfferModel.KEY).only(TrainingStory.OF_WHO_GOES);

    @Autowired
    ProcessEngine engine;

    @Autowired
    TestCompany company;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TrainingOffers offers;

    @Autowired
    WithdrawFromTraining withdraw;

    @Autowired
    CallOffTraining callOff;

    @Autowired
    JdbcClient jdbc;

    TrainingStory offer;

    @Autowired
    EngineDriver driver;

    @BeforeEach
    void people(@Autowired ApplicationContext context) {
        offer = new TrainingStory(context);
        AbstractAssertions.init(engine);
        offer.people();
    }

    @Test
    void whoGivesAPlaceBackLetsTheNextMoveUp() {
        String id = offer.given(1, "wang", "li", "zhou");
        assertThat(offer.states(id)).isEqualTo(Map.of("wang", "PLACED", "li", "WAITING", "zhou", "WAITING"));

        withdraw.withdraw(id, "wang");
        assertThat(offer.states(id)).isEqualTo(Map.of("wang", "WITHDRAWN", "li", "PLACED", "zhou", "WAITING"));
        assertThat(offer.told("li")).endsWith("training.movedUp");
        assertThat(offer.told("han")).endsWith("training.withdrawn");
        assertThatThrownBy(() -> withdraw.withdraw(id, "wang")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> withdraw.withdrawFor(id, "li", "zhou", "x")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> withdraw.withdrawFor(id, "li", "han", " ")).isInstanceOf(Refusal.class);

        withdraw.withdrawFor(id, "li", "han", "另有安排");
        assertThat(offer.states(id)).containsEntry("zhou", "PLACED");
        assertThat(offer.told("li")).endsWith("training.takenBack");

        runtime.createMessageCorrelation(TrainingOfferModel.PLACE_FREED)
                .processInstanceBusinessKey(id)
                .correlate();
        assertThat(offer.states(id)).as("the message alone moves nobody").containsEntry("zhou", "PLACED");
    }

    @Test
    void whoLeavesTheCompanyKeepsNoPlace() {
        String id = offer.given(1, "wang", "li", "zhou");
        company.left("wang").left("li");

        offer.fire("dayBegan");

        assertThat(offer.states(id)).isEqualTo(Map.of("wang", "GONE", "li", "GONE", "zhou", "PLACED"));
        assertThat(offer.told("zhou")).endsWith("training.movedUp");
        assertThat(offer.job("dayBegan")).as("again tomorrow").isNotNull();
    }

    @Test
    void whoLeftBeforeTheDeadlineIsNotRanked() {
        String id = offer.published(1, null);
        offer.submit("wang", "想去");
        offer.submit("li", "想去");
        company.left("wang");
        offer.fire("deadlinePassed");
        assertThat(offer.order(id)).containsExactly("li");
        company.left("li");
        offer.confirm("han");
        assertThat(offer.states(id)).isEqualTo(Map.of("wang", "GONE", "li", "GONE"));
    }

    @Test
    void hrCallsTheTrainingOffAndEverybodyIsTold() {
        String id = offer.given(1, "wang", "li");
        assertThatThrownBy(() -> callOff.callOff(id, "wang", "x")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> callOff.callOff(id, "han", "")).isInstanceOf(Refusal.class);

        driver.as("han", () -> {
            callOff.callOff(id, "han", "机构延期");
            return id;
        });

        assertThat(offers.get(id).state()).isEqualTo(TrainingOffer.State.CALLED_OFF);
        assertThat(offer.states(id)).isEqualTo(Map.of("wang", "UNPLACED", "li", "UNPLACED"));
        assertThat(offer.told("wang")).endsWith("training.calledOffWhy");
        assertThat(offers.get(id).calledOffBy()).isEqualTo("han");
        assertThat(offers.get(id).calledOffWhy()).isEqualTo("机构延期");
        assertThat(engine.getHistoryService()
                        .createHistoricVariableInstanceQuery()
                        .variableName("reason")
                        .count())
                .as("no words stay in the process")
                .isZero();
        assertThat(offer.open()).isZero();
        assertThatThrownBy(() -> callOff.callOff(id, "han", "再次")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> withdraw.withdraw(id, "wang")).isInstanceOf(Refusal.class);
    }

    @Test
    void theMessageIsForHrAloneAndCallsOffWithoutWords() {
        String id = offer.published(1, null);
        offer.submit("wang", "想去");
        assertThatThrownBy(() -> driver.as("li", () -> offer.message(TrainingOfferModel.CALLED_OFF, id)))
                .satisfies(TrainingStory::isRefusal);
        assertThatThrownBy(() -> driver.as("han", () -> offer.message(TrainingOfferModel.PLACE_FREED, id)))
                .satisfies(TrainingStory::isRefusal);
        driver.as("han", () -> offer.message(TrainingOfferModel.CALLED_OFF, id));
        assertThat(offers.get(id).calledOffBy()).isEqualTo("han");
        assertThat(offer.told("wang")).endsWith("training.calledOff");

        assertThatThrownBy(() -> offer.submit("li", "还没看到"))
                .as("while the tasks are being ended")
                .satisfies(TrainingStory::isRefusal);
        offer.settle();
        assertThat(offer.assignees()).isEmpty();
        assertThat(offer.open()).isZero();
        assertThat(offers.get(id).state()).isEqualTo(TrainingOffer.State.CALLED_OFF);
    }

    @Test
    void whoIsStillToBeAskedWhenItIsCalledOffIsNotAskedAnyMore() {
        String id = driver.as(
                "han",
                () -> runtime.startProcessInstanceByKey(
                                TrainingOfferModel.KEY, TrainingStory.values(1, TrainingStory.UNTIL))
                        .getBusinessKey());
        driver.as("han", () -> offer.message(TrainingOfferModel.CALLED_OFF, id));
        offer.settle();
        assertThat(offer.told("wang")).containsExactly("training.published");
        assertThat(offer.open()).isZero();
    }

    @Test
    void whoMovesUpOnTheListWhileHrConfirmsIsToldTheNumberThatCounts() {
        String id = offer.published(1, null);
        for (String applicant : List.of("wang", "li", "zhou")) {
            offer.submit(applicant, "想去");
        }
        offer.fire("deadlinePassed");
        company.left("wang");
        offer.confirm("han");
        assertThat(offer.states(id)).isEqualTo(Map.of("wang", "GONE", "li", "PLACED", "zhou", "WAITING"));
        assertThat(jdbc.sql("select arguments from notice where code = 'training.waiting' and person_id = 'zhou'")
                        .query(String.class)
                        .single())
                .contains("1")
                .doesNotContain("2");
    }
}
