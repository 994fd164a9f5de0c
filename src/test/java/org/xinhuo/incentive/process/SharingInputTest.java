package org.xinhuo.incentive.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.xinhuo.base.Refusal;
import org.xinhuo.incentive.sharing.PlanShare;
import org.xinhuo.incentive.sharing.Share;
import org.xinhuo.testing.XinhuoTest;

/** What a share refuses at its start and in its forms, and who may plan it. */
@XinhuoTest
class SharingInputTest extends SharingStory {

    @Test
    void aSwapToNobodyChangesNothing() {
        plannedIn(10);

        for (Object nobody : new Object[] {"mei", "ghost", 5, "wang"}) {
            assertThatThrownBy(() -> runtime.createMessageCorrelation(SharingModel.SWAPPED)
                            .processInstanceBusinessKey(SHARE)
                            .setVariable("lecturerId", nobody)
                            .correlate())
                    .satisfies(SharingStory::isRefusal);
        }
        assertThat(share().lecturerId()).isEqualTo("wang");
        assertThat(task()).isAssignedTo("wang");
    }

    @Test
    void garbageInTheContentFormIsRefusedAndTheTaskStays() {
        plannedIn(10);
        List<Map<String, Object>> garbage = List.of(
                Map.of(),
                Map.of("outline", "  "),
                Map.of("outline", "x", "lecturerId", "li"),
                Map.of("outline", List.of(1)),
                Map.of("outline", "x".repeat(20_001)),
                Map.of("outline", "x\0y"));

        for (Map<String, Object> values : garbage) {
            assertThatThrownBy(() -> submit("wang", values)).satisfies(SharingStory::isRefusal);
        }
        assertThatThrownBy(() -> submit("li", Map.of("outline", "x"))).isInstanceOf(Exception.class);
        assertThat(share().contentState()).isEqualTo(Share.ContentState.AWAITED);
        assertThat(task()).isAssignedTo("wang");
    }

    @Test
    void garbageInTheReportIsRefusedAndTheTaskStays() {
        ProcessInstance instance = rated();
        String held = start.toString();
        List<Map<String, Object>> garbage = List.of(
                Map.of("heldAt", held),
                Map.of("minutes", 30),
                Map.of("heldAt", held, "minutes", -1),
                Map.of("heldAt", held, "minutes", 601),
                Map.of("heldAt", held, "minutes", 30.5),
                Map.of("heldAt", held, "minutes", "viel"),
                Map.of("heldAt", "2026-02-30T10:00:00+08:00", "minutes", 30),
                Map.of("heldAt", start.plus(Duration.ofDays(30)).plusSeconds(1).toString(), "minutes", 30),
                Map.of("heldAt", start.minus(Duration.ofDays(31)).toString(), "minutes", 30),
                Map.of("heldAt", held, "minutes", 30, "held", true));

        for (Map<String, Object> values : garbage) {
            assertThatThrownBy(() -> report("wang", values)).satisfies(SharingStory::isRefusal);
        }
        assertThat(share().state()).isEqualTo(Share.State.PLANNED);
        assertThat(instance).isWaitingAt("reportShare");
    }

    @Test
    void garbageAtTheStartIsRefusedAndNothingIsStored() {
        Map<String, Object> good = good();
        List<Map<String, Object>> garbage = List.of(
                with(good, "title", null),
                with(good, "title", "x".repeat(201)),
                with(good, "minutes", 0),
                with(good, "minutes", 601),
                with(good, "minutes", "bald"),
                with(good, "startsAt", "morgen"),
                with(good, "startsAt", now.minusSeconds(1).toString()),
                with(good, "startsAt", "+999999999-12-31T00:00:00+00:00"),
                with(good, "lecturerId", "ghost"),
                with(good, "lecturerId", "mei"),
                with(good, "lecturerId", null),
                with(good, "held", true));

        for (Map<String, Object> variables : garbage) {
            assertThatThrownBy(() -> started(variables)).satisfies(SharingStory::isRefusal);
        }
        assertThatThrownBy(() -> runtime.startProcessInstanceByKey("sharing", "a/../b", good))
                .satisfies(SharingStory::isRefusal);
        assertThat(jdbc.sql("select count(*) from share").query(Integer.class).single())
                .isZero();
    }

    @Test
    void anIdIsTakenOnlyOnce() {
        started(good());

        assertThatThrownBy(() -> started(good())).satisfies(SharingStory::isRefusal);
    }

    @Test
    void withoutABusinessKeyTheShareGetsAnId() {
        ProcessInstance instance = runtime.startProcessInstanceByKey("sharing", good());

        String key = runtime.createProcessInstanceQuery()
                .processInstanceId(instance.getId())
                .singleResult()
                .getBusinessKey();
        assertThat(shares.get(key).lecturerId()).isEqualTo("wang");
    }

    @Test
    void aLecturerPlansHisOwnSharesAndHrThoseOfAnybody() {
        assertThat(planShare.plan(plan("own", null), "wang").lecturerId()).isEqualTo("wang");
        PlanShare.Plan later = new PlanShare.Plan("by-hr", "wang", "t", start.plusSeconds(3600), 30, null, null);
        assertThat(planShare.plan(later, "han").lecturerId()).isEqualTo("wang");
        assertThatThrownBy(() -> planShare.plan(plan("of-another", "wang"), "li"))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> planShare.plan(plan("no-lecturer", null), "mei"))
                .isInstanceOf(Refusal.class);
    }

    private PlanShare.Plan plan(String id, String lecturerId) {
        return new PlanShare.Plan(id, lecturerId, "t", start, 30, null, null);
    }

    @Test
    void theNamesInCodeAreThoseInTheModel() {
        var model = engine.getRepositoryService()
                .getBpmnModelInstance(engine.getRepositoryService()
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(SharingModel.PROCESS)
                        .latestVersion()
                        .singleResult()
                        .getId());
        assertThat(model.<org.camunda.bpm.model.xml.instance.ModelElementInstance>getModelElementById(
                        SharingModel.SUBMIT_CONTENT))
                .isNotNull();
        assertThat(model.<org.camunda.bpm.model.xml.instance.ModelElementInstance>getModelElementById(
                        SharingModel.REPORT_SHARE))
                .isNotNull();
        assertThat(model.getModelElementsByType(org.camunda.bpm.model.bpmn.instance.Message.class))
                .extracting(message -> message.getName())
                .containsExactlyInAnyOrder(
                        SharingModel.ALL_RATED, SharingModel.CANCELLED, SharingModel.SWAPPED, SharingModel.MOVED);
    }
}
