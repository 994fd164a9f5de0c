package org.xinhuo.mentoring.process.absence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.log.MoveToDo;
import org.xinhuo.mentoring.log.WriteMessage;
import org.xinhuo.mentoring.process.AbsenceProcess;
import org.xinhuo.mentoring.process.MentoringProcess;
import org.xinhuo.testing.XinhuoTest;

/** What becomes of the to-dos of somebody who stood in. */
@XinhuoTest
class SubstituteToDosTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @Autowired
    ApplicationContext context;

    @Autowired
    AbsenceProcess absence;

    @Autowired
    SubstitutionProcess substitution;

    @Autowired
    WriteMessage writeMessage;

    @Autowired
    MoveToDo moveToDo;

    AbsenceStory story;

    @BeforeEach
    void liStandsInForWang() {
        context.getBean(ProcessEngine.class).getProcessEngineConfiguration().setAuthorizationEnabled(false);
        story = new AbsenceStory(context).coached();
        absence.nameSubstitute(story.id, "wang", "li", TODAY, TODAY.plusDays(14));
        story.fires("substitutionBegins");
    }

    @AfterEach
    void asBefore() {
        story.engine.getProcessEngineConfiguration().setAuthorizationEnabled(true);
    }

    @Test
    void theOpenOnesGoBackToTheMentorWhoIsTold() {
        String own = toDo("li", "li", "约客户");
        String proposed = toDo("mei", "li", "看方案");
        String done = toDo("li", "li", "已做");
        completes("li", "doToDo", done);
        String ofTheMentee = toDo("mei", "mei", "自己的");

        story.fires("substitutionEnds");

        assertThat(ownerOf(own)).isEqualTo("wang");
        assertThat(ownerOf(proposed)).isEqualTo("wang");
        assertThat(ownerOf(done)).isEqualTo("li");
        assertThat(ownerOf(ofTheMentee)).isEqualTo("mei");
        assertThat(story.tasksOf("li")).isEmpty();
        assertThat(assigneeOf("doToDo", own)).isEqualTo("wang");
        assertThat(assigneeOf("answerToDo", proposed)).isEqualTo("wang");
        assertThat(told("wang")).filteredOn("handedBack"::equals).hasSize(2);
        assertThat(told("mei")).containsExactly("handedBack");
        assertThat(story.text("select string_agg(headline, ',' order by id) from log_entry where headline like"
                        + " '%handedBack'"))
                .isEqualTo("mentoring.log.toDo.handedBack,mentoring.log.toDo.handedBack");

        // What he takes on next is his too: the process knows the new owner.
        completes("wang", "answerToDo", proposed, Map.of("accepted", true));
        assertThat(assigneeOf("doToDo", proposed)).isEqualTo("wang");
        completes("wang", "doToDo", own);
        assertThat(story.text("select state from to_do where id = '" + own + "'"))
                .isEqualTo("DONE");
    }

    @Test
    void aMentorWhoIsBackEarlyHasThemToo() {
        String own = toDo("li", "li", "约客户");
        substitution.end(story.id, "wang");
        assertThat(assigneeOf("doToDo", own)).isEqualTo("wang");
    }

    /** It would say to somebody who may read no more what stands in the log. */
    @Test
    void whoStoodInHearsNoMoreOfWhatHeProposedAndTheMentorDoes() {
        String first = toDo("li", "mei", "拜访客户");
        String second = toDo("li", "mei", "写周报");
        story.fires("substitutionEnds");

        completes("mei", "answerToDo", first, Map.of("accepted", true));
        assertThat(told("li")).isEmpty();
        assertThat(told("wang")).containsExactly("accepted");
        assertThatThrownBy(() -> moveToDo.withdraw(story.id, second, "li")).isInstanceOf(Refusal.class);
        moveToDo.withdraw(story.id, second, "wang");
        assertThat(story.text("select state from to_do where id = '" + second + "'"))
                .isEqualTo("WITHDRAWN");
    }

    @Test
    void withThePairTheyEnd() {
        String own = toDo("li", "li", "约客户");
        String proposedTo = toDo("mei", "li", "看方案");
        String proposed = toDo("li", "mei", "拜访客户");
        context.getBean(MentoringProcess.class).requestRematch(story.id, "mei");
        for (String id : List.of(own, proposedTo, proposed)) {
            assertThat(story.text("select state from to_do where id = '" + id + "'"))
                    .isEqualTo("ENDED");
        }
        assertThat(story.tasksOf("li")).isEmpty();
    }

    private String toDo(String author, String owner, String text) {
        long entry = writeMessage.write(
                story.id,
                author,
                new WriteMessage.Message(text, null, new WriteMessage.Wish(owner, TODAY.plusDays(20)), List.of()));
        return story.text("select id from to_do where entry_id = " + entry);
    }

    private String ownerOf(String toDo) {
        return story.text("select owner_id from to_do where id = '" + toDo + "'");
    }

    private String assigneeOf(String task, String toDo) {
        return story.engine
                .getTaskService()
                .createTaskQuery()
                .taskDefinitionKey(task)
                .processInstanceBusinessKey(toDo)
                .singleResult()
                .getAssignee();
    }

    private void completes(String person, String task, String toDo) {
        completes(person, task, toDo, Map.of());
    }

    private void completes(String person, String task, String toDo, Map<String, Object> values) {
        String id = story.engine
                .getTaskService()
                .createTaskQuery()
                .taskDefinitionKey(task)
                .processInstanceBusinessKey(toDo)
                .singleResult()
                .getId();
        story.engine.getIdentityService().setAuthentication(person, List.of());
        try {
            story.engine.getTaskService().complete(id, values);
        } finally {
            story.engine.getIdentityService().clearAuthentication();
        }
    }

    /** The last parts of the codes about to-dos. */
    private List<String> told(String person) {
        return context
                .getBean(JdbcClient.class)
                .sql("select code from notice where person_id = ? and code like 'mentoring.notice.toDo%' order by id")
                .param(person)
                .query(String.class)
                .list()
                .stream()
                .map(code -> code.substring(code.lastIndexOf('.') + 1))
                .toList();
    }
}
