package org.xinhuo.mentoring.process.todo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.xinhuo.mentoring.process.stage.StageStory.KEY;
import static org.xinhuo.mentoring.process.stage.StageStory.TODAY;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.xinhuo.base.Refusal;
import org.xinhuo.inbox.OpenTask;
import org.xinhuo.inbox.TaskInbox;
import org.xinhuo.mentoring.MoveMentorship;
import org.xinhuo.mentoring.PairMentor;
import org.xinhuo.mentoring.log.MoveToDo;
import org.xinhuo.mentoring.log.WriteMessage;
import org.xinhuo.mentoring.process.stage.StageStory;
import org.xinhuo.testing.PassedNodes;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoTest;

@XinhuoTest
class ToDoProcessTest {

    @RegisterExtension
    static final PassedNodes nodes = new PassedNodes("to-do");

    @Autowired
    private ApplicationContext context;

    @Autowired
    private WriteMessage writeMessage;

    @Autowired
    private MoveToDo moveToDo;

    private StageStory story;

    @BeforeEach
    void aPair() {
        story = new StageStory(context).pair();
    }

    private ProcessInstance toDo(String author, String owner, LocalDate dueOn) {
        writeMessage.write(
                KEY,
                author,
                new WriteMessage.Message("拜访三位老客户，问清复购顾虑", null, new WriteMessage.Wish(owner, dueOn), List.of()));
        return story.engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey("to-do")
                .singleResult();
    }

    private String state() {
        return story.text("select state from to_do");
    }

    private String newestEntry() {
        return story.text("select headline || ' ' || coalesce(author_id, '-') || ' ' || text from log_entry"
                + " order by id desc limit 1");
    }

    @Test
    void anOwnToDoIsATaskAtOnce() {
        ProcessInstance instance = toDo("mei", "mei", TODAY.plusDays(7));
        assertThat(instance).isWaitingAtExactly("doToDo").hasNotPassed("answerToDo");
        assertThat(story.task("doToDo").getAssignee()).isEqualTo("mei");
        // The first instant after the due day, in Shanghai.
        assertThat(story.task("doToDo").getDueDate()).isEqualTo("2026-03-09T16:00:00Z");
        assertThat(story.timer("doDueSoon").getDuedate()).isEqualTo("2026-03-08T16:00:00Z");
        assertThat(context.getBean(TaskInbox.class).openTasks("mei", Set.of(), 10))
                .extracting(OpenTask::task)
                .containsExactly("doToDo");
        assertThat(story.formOf("doToDo").get("words")).isEqualTo("拜访三位老客户，问清复购顾虑");

        story.does("mei", "doToDo", "remark", "三家都愿意再谈");
        assertThat(instance).isEnded().hasPassed("toDoDone");
        assertThat(state()).isEqualTo("DONE");
        assertThat(newestEntry()).isEqualTo("mentoring.log.toDo.done mei 三家都愿意再谈");
        assertThat(story.told("mei")).isEmpty();
        assertThat(story.everythingInVariables()).doesNotContain("老客户", "三家");
    }

    @Test
    void whatTheMentorWritesForTheMenteeIsAProposalUntilSheTakesItOn() {
        ProcessInstance instance = toDo("wang", "mei", TODAY.plusDays(7));
        assertThat(instance).isWaitingAtExactly("answerToDo");
        assertThat(state()).isEqualTo("PROPOSED");
        assertThatThrownBy(() -> story.does("wang", "answerToDo", "accepted", true))
                .isInstanceOf(AuthorizationException.class);

        story.does("mei", "answerToDo", "accepted", true, "remark", "周三前");
        assertThat(instance).isWaitingAtExactly("doToDo");
        assertThat(state()).isEqualTo("OPEN");
        assertThat(story.told("wang")).containsExactly("mentoring.notice.toDo.accepted");

        assertThatThrownBy(() -> story.does("wang", "doToDo")).isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> story.does("han", "doToDo")).isInstanceOf(AuthorizationException.class);
        story.does("mei", "doToDo");
        assertThat(story.told("wang")).containsExactly("mentoring.notice.toDo.accepted", "mentoring.notice.toDo.done");
    }

    @Test
    void aProposalIsTurnedDown() {
        ProcessInstance instance = toDo("mei", "wang", TODAY);
        // Due tonight: half the time that is left.
        assertThat(story.timer("answerDueSoon").getDuedate()).isEqualTo("2026-03-02T10:00:00Z");
        story.does("wang", "answerToDo", "accepted", false, "remark", "这周出差");
        assertThat(instance).isEnded().hasPassed("declined").hasNotPassed("doToDo");
        assertThat(state()).isEqualTo("DECLINED");
        assertThat(newestEntry()).isEqualTo("mentoring.log.toDo.declined wang 这周出差");
        assertThat(story.told("mei")).containsExactly("mentoring.notice.toDo.declined");
    }

    @Test
    void aProposalThatNobodyAnswersLapses() {
        ProcessInstance instance = toDo("wang", "mei", TODAY.plusDays(7));
        story.fires("answerDueSoon");
        assertThat(story.told("mei")).containsExactly("mentoring.notice.toDo.answerSoon");
        story.fires("proposalLapsed");
        assertThat(instance).isEnded().hasPassed("lapsed");
        assertThat(state()).isEqualTo("LAPSED");
        assertThat(story.told("wang")).containsExactly("mentoring.notice.toDo.lapsed");
        assertThat(newestEntry()).startsWith("mentoring.log.toDo.lapsed - ");
    }

    @Test
    void theOwnerIsRemindedAndWhoWroteItIsToldWhenItIsLate() {
        ProcessInstance instance = toDo("wang", "mei", TODAY.plusDays(7));
        story.does("mei", "answerToDo", "accepted", true);
        story.fires("doDueSoon", "doOverdue");
        assertThat(instance).isWaitingAt("doToDo").hasPassed("toDoReminded", "toldLate");
        assertThat(story.told("mei")).containsExactly("mentoring.notice.toDo.dueSoon", "mentoring.notice.toDo.late");
        assertThat(story.told("wang")).containsExactly("mentoring.notice.toDo.accepted", "mentoring.notice.toDo.late");
        assertThat(state()).isEqualTo("OPEN");
        story.does("mei", "doToDo");
        assertThat(state()).isEqualTo("DONE");
    }

    @Test
    void aProposalIsItsAuthorsToTakeBackAndAToDoItsOwnersToGiveUp() {
        ProcessInstance instance = toDo("wang", "mei", TODAY.plusDays(7));
        String id = story.text("select id from to_do");
        assertThatThrownBy(() -> moveToDo.withdraw(KEY, id, "mei")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> moveToDo.withdraw(KEY, id, "han")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> moveToDo.withdraw("other", id, "wang")).isInstanceOf(Refusal.class);
        story.does("mei", "answerToDo", "accepted", true);
        assertThatThrownBy(() -> moveToDo.withdraw(KEY, id, "wang")).isInstanceOf(Refusal.class);
        moveToDo.withdraw(KEY, id, "mei");
        assertThat(instance).isEnded().hasPassed("settled");
        assertThat(state()).isEqualTo("WITHDRAWN");
        assertThat(newestEntry()).startsWith("mentoring.log.toDo.withdrawn mei");
        assertThatThrownBy(() -> moveToDo.withdraw(KEY, id, "mei")).isInstanceOf(Refusal.class);
    }

    @Test
    void aTaskThatAnAdministratorTakesAwayDoesNotLeaveItsToDoOpen() {
        ProcessInstance instance = toDo("mei", "mei", TODAY.plusDays(7));
        story.engine
                .getRuntimeService()
                .createMessageCorrelation(ToDoModel.WITHDRAWN)
                .processInstanceBusinessKey(instance.getBusinessKey())
                .correlate();
        assertThat(state()).isEqualTo("WITHDRAWN");
        assertThat(newestEntry()).startsWith("mentoring.log.toDo.withdrawn - ");
    }

    @Test
    void whenTheMentorGoesHisToDosAndProposalsEndAndTheMenteesStay() {
        toDo("mei", "mei", TODAY.plusDays(7));
        writeFor("wang", "wang");
        writeFor("wang", "mei");
        writeFor("mei", "wang");
        story.inTransaction(() -> context.getBean(MoveMentorship.class).toMatchingAgain(KEY));
        assertThat(story.count("select count(*) from to_do where state = 'ENDED'"))
                .isEqualTo(3);
        assertThat(story.text("select author_id || owner_id from to_do where state = 'OPEN'"))
                .isEqualTo("meimei");
        assertThat(story.engine
                        .getRuntimeService()
                        .createProcessInstanceQuery()
                        .processDefinitionKey("to-do")
                        .count())
                .isEqualTo(1);
    }

    /** She does it in the time of the next mentor, who may not read what was written with the one before. */
    @Test
    void whatWasKeptBackIsNotQuotedInThePartOfTheLogThatTheNextMentorReads() {
        context.getBean(TestCompany.class).employee("li").mentor("li", 3, "logical");
        toDo("wang", "mei", TODAY.plusDays(7));
        story.does("mei", "answerToDo", "accepted", true);
        story.itIs(TODAY.plusDays(1));
        story.inTransaction(() -> context.getBean(MoveMentorship.class).toMatchingAgain(KEY));
        story.inTransaction(() -> context.getBean(PairMentor.class).pair(KEY, "li"));
        story.itIs(TODAY.plusDays(2));
        story.does("mei", "doToDo");
        assertThat(newestEntry()).startsWith("mentoring.log.toDo.done mei");
        assertThat(story.text("select arguments from log_entry order by id desc limit 1"))
                .isEqualTo("[\"…\"]");
        assertThat(story.told("wang")).doesNotContain("mentoring.notice.toDo.done");
        assertThat(story.told("li")).doesNotContain("mentoring.notice.toDo.done");
    }

    @Test
    void whenTheMentorshipEndsNoToDoIsLeft() {
        ProcessInstance instance = toDo("mei", "mei", TODAY.plusDays(7));
        story.inTransaction(() -> context.getBean(MoveMentorship.class).toStopped(KEY));
        assertThat(instance).isEnded().hasPassed("settled");
        assertThat(state()).isEqualTo("ENDED");
        assertThatThrownBy(() -> writeFor("mei", "mei")).isInstanceOf(Refusal.class);
    }

    @Test
    void nobodyStartsOneByHandAndNothingUnknownComesIn() {
        toDo("mei", "mei", TODAY.plusDays(7));
        String id = story.text("select id from to_do");
        for (String key : new String[] {id, KEY, "unknown", null}) {
            assertThatThrownBy(() -> story.engine.getRuntimeService().startProcessInstanceByKey("to-do", key))
                    .as(key)
                    .satisfies(failure -> assertThat(Refusal.in(failure)).isNotNull());
        }
        assertThatThrownBy(() -> story.does("mei", "doToDo", "ownerId", "wang"))
                .isInstanceOf(FormFieldValidationException.class);
        assertThatThrownBy(() -> story.does("mei", "doToDo", "remark", "x".repeat(1001)))
                .isInstanceOf(FormFieldValidationException.class);
        assertThat(state()).isEqualTo("OPEN");
    }

    private void writeFor(String author, String owner) {
        writeMessage.write(
                KEY,
                author,
                new WriteMessage.Message("下周见面", null, new WriteMessage.Wish(owner, TODAY.plusDays(3)), List.of()));
    }
}
