package org.xinhuo.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinhuo.audit.Story.Event;
import org.xinhuo.audit.Story.Instance;
import org.xinhuo.audit.Story.Kind;
import org.xinhuo.base.Refusal;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoTest;

@XinhuoTest
class ProcessStoriesTest {

    @Autowired
    ProcessEngine engine;

    @Autowired
    ProcessStories stories;

    @Autowired
    AuditSearch search;

    @Autowired
    TestCompany company;

    RecordedProcess process;

    @BeforeEach
    void aProcessWasPlayed() {
        company.employee("mei").employee("han");
        process = new RecordedProcess(engine);
        process.deploy();
        process.play("request-1", 75);
    }

    @AfterEach
    void removeTheProcess() {
        process.remove();
    }

    @Test
    void theStorySaysWhoDidWhatInTheOrderItHappened() {
        List<Event> events = stories.of("request-1", "han", Locale.ENGLISH).events();

        assertThat(events)
                .extracting(Event::text)
                .containsSubsequence(
                        "员工mei (mei) started the process \"Audit sample\" (version 1).",
                        "The time for \"Remind approver\" had come.",
                        "员工han (han) completed the task \"Approve the request\".",
                        "The decision \"Audit grade\" (audit-grade, version 1) was taken.",
                        "The process \"Audit child\" (version 1) began.",
                        "The step \"Note down\" was done.",
                        "The process \"Audit sample\" ended.");
        assertThat(events)
                .extracting(Event::text)
                .contains("The task \"Approve the request\" came up for 员工han (han).");
    }

    @Test
    void theStoryIsToldInChineseToWhoReadsChinese() {
        assertThat(stories.of("request-1", "han", Locale.SIMPLIFIED_CHINESE).events())
                .extracting(Event::text)
                .contains("员工mei（mei）启动了流程“审批样例”（第1版）。", "员工han（han）完成了任务“审批申请”。", "作出决策“等级”（audit-grade，第1版）。");
    }

    @Test
    void aDecisionIsToldWithItsVersionInputsAndOutputs() {
        Event decided = stories.of("request-1", "han", Locale.ENGLISH).events().stream()
                .filter(event -> event.kind() == Kind.DECIDED)
                .findFirst()
                .orElseThrow();

        assertThat(decided.decision().key()).isEqualTo("audit-grade");
        assertThat(decided.decision().version()).isEqualTo(1);
        assertThat(decided.decision().inputs())
                .extracting(Story.Value::name, value -> String.valueOf(value.value()))
                .containsExactly(tuple("分数", "75"));
        assertThat(decided.decision().outputs())
                .extracting(Story.Value::name, Story.Value::value, Story.Value::rule)
                .containsExactly(tuple("grade", "pass", 1));
    }

    @Test
    void whatSomebodyDidInTheEngineByHandIsTold() {
        assertThat(stories.of("request-1", "han", Locale.ENGLISH).events())
                .filteredOn(event -> event.kind() == Kind.OPERATION)
                .extracting(Event::who, Event::text)
                .anySatisfy(operation -> assertThat(operation.toString()).contains("han", "set the due date"))
                .anySatisfy(operation -> assertThat(operation.toString()).contains("han", "claimed"));
    }

    @Test
    void thePathHoldsWhatWasReachedAndNothingElse() {
        Story story = stories.of("request-1", "han", Locale.ENGLISH);

        assertThat(story.instances()).extracting(Instance::process).containsExactly("audit-sample", "audit-child");
        Instance parent = story.instances().get(0);
        assertThat(story.instances().get(1).callerId()).isEqualTo(parent.id());
        assertThat(parent.path())
                .extracting(Story.Element::id)
                .contains("requested", "approveRequest", "remindApprover", "gradeRequest", "isPassed", "passed")
                .doesNotContain("failed");
        assertThat(parent.flowsTaken()).contains("isPassedToPassed").doesNotContain("isPassedToFailed");
    }

    @Test
    void aRunningInstanceShowsWhereItStands() {
        engine.getRuntimeService().startProcessInstanceByKey("audit-sample", "request-2");

        Story story = stories.of("request-2", "han", Locale.ENGLISH);

        assertThat(story.instances().get(0).path())
                .filteredOn(element -> element.current() > 0)
                .extracting(Story.Element::id)
                .containsExactly("approveRequest");
        assertThat(story.events()).extracting(Event::text).contains("The task \"Approve the request\" came up for HR.");
    }

    @Test
    void theReasonWhyItWasStoppedIsToldInOneSentence() {
        assertThat(stopped("request-3", "a slip.")).isEqualTo("The process \"Audit sample\" was stopped: a slip.");
        assertThat(stopped("request-4", "promotion.withdrawn"))
                .isEqualTo("The process \"Audit sample\" was stopped: the application was withdrawn.");
    }

    private String stopped(String key, String reason) {
        engine.getRuntimeService()
                .deleteProcessInstance(
                        engine.getRuntimeService()
                                .startProcessInstanceByKey("audit-sample", key)
                                .getId(),
                        reason);
        return stories.of(key, "han", Locale.ENGLISH).events().stream()
                .filter(event -> event.kind() == Kind.ENDED)
                .findFirst()
                .orElseThrow()
                .text();
    }

    @Test
    void aStoryIsFoundByItsKeyByAPersonsIdAndByAPersonsName() {
        for (String query : List.of("request-1", "mei", "员工han", "")) {
            assertThat(search.find(query, Locale.ENGLISH))
                    .as("found by \"%s\"", query)
                    .extracting(AuditSearch.Found::businessKey)
                    .containsExactly("request-1");
        }
        assertThat(search.find("nobody", Locale.ENGLISH)).isEmpty();
    }

    @Test
    void anUnknownBusinessKeyHasNoStory() {
        assertThatThrownBy(() -> stories.of("nothing", "han", Locale.ENGLISH))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_FOUND));
    }
}
