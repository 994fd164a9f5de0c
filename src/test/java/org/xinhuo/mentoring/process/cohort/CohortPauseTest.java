package org.xinhuo.mentoring.process.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinhuo.mentoring.process.AbsenceProcess;

/** A member of a cohort who stands still holds nobody's place, and is assigned on coming back. */
class CohortPauseTest extends CohortStory {

    @Autowired
    AbsenceProcess absence;

    @Test
    void whoLeftItToTheSystemAndPausedIsPassedOverAndAssignedOnComingBack() {
        String id = formed("e1", "e2");
        choose("e1", "auto");
        pause("e1");
        choose("e2", "auto");

        assertThat(report(id).state()).isEqualTo("assigned");
        assertThat(report(id).assigned()).isEqualTo(1);
        assertThat(asked("e2")).as("e1 would have got the best").isEqualTo("a");
        assertThat(tasks("e1", "acceptMentee")).isEmpty();
        assertThat(report(id).states()).containsEntry("withHr", 0).containsEntry("waiting", 1);
        answer("e2", true);

        absence.resume(mentorship("e1"), "e1");
        assertThat(asked("e1")).isEqualTo("b");
        answer("e1", true);
        assertThat(report(id).state()).isEqualTo("done");
    }

    @Test
    void whoPausedBeforeAnsweringChoosesAloneOnComingBack() {
        String id = formed("e1", "e2");
        pause("e1");
        fireChoiceDue();
        assertThat(report(id).silent()).as("days of a pause are no silence").isEqualTo(1);
        assertThat(asked("e2")).isEqualTo("a");
        absence.resume(mentorship("e1"), "e1");
        assertThat(task("e1", "chooseMentor")).isNotNull();
        choose("e1", "auto");
        assertThat(asked("e1")).isEqualTo("b");
    }

    @Test
    void whoComesBackBeforeTheAssignmentIsAssignedWithTheOthers() {
        String id = formed("e1", "e2");
        choose("e1", "auto");
        pause("e1");
        absence.resume(mentorship("e1"), "e1");
        assertThat(tasks("e1", "acceptMentee")).isEmpty();
        choose("e2", "auto");
        assertThat(List.of(asked("e1"), asked("e2"))).containsExactly("a", "b");
        assertThat(report(id).assigned()).isEqualTo(2);
    }

    @Test
    void aPlaceThatWasGivenToWhoThenPausesIsFreeForOthers() {
        formed("e1", "e2");
        choose("e1", "auto");
        choose("e2", "auto");
        assertThat(asked("e1")).isEqualTo("a");
        pause("e1");
        choiceAlone("e3", "a");
        answerOf("e3", true);
        assertThat(jdbc.queryForObject("select mentor_id from mentorship where mentee_id = 'e3'", String.class))
                .isEqualTo("a");
        absence.resume(mentorship("e1"), "e1");
        as("a", task("e1", "acceptMentee"), Map.of("accepted", true));
        assertThat(asked("e1")).as("a has no place left").isNotEqualTo("a");
    }

    @Test
    void whoComesBackTakesNoPlaceThatIsKeptForSomebodyElse() {
        String id = formed("e1", "e2");
        choose("e1", "auto");
        choose("e2", "auto");
        pause("e1");
        assertThat(jdbc.queryForObject("select count(*) from shortlist_entry where held", Long.class))
                .isEqualTo(1);
        // As if another cohort had been assigned meanwhile: the only place of a is kept for e2.
        company.write("update shortlist_entry set held = true, state = 'SHOWN' where mentor_id = 'a'"
                + " and shortlist_id = (select s.id from shortlist s join mentorship m on m.id = s.mentorship_id"
                + " where m.mentee_id = 'e2')");
        absence.resume(mentorship("e1"), "e1");
        as("a", task("e1", "acceptMentee"), Map.of("accepted", true));
        assertThat(jdbc.queryForObject("select count(*) from mentorship where mentor_id = 'a'", Long.class))
                .isZero();
        assertThat(report(id).state()).isNotEqualTo("done");
    }

    @Test
    void whoPausesBeforeBeingToldIsWaitedForAndNobodyIsAsked() {
        String id = formed("e1", "e2");
        choose("e1", "auto");
        choose("e2", "auto");
        company.write("update cohort_member set told_at = null where mentee_id = 'e1'");
        company.write(
                "update shortlist_entry set state = 'SHOWN' where held and shortlist_id ="
                        + " (select s.id from shortlist s join mentorship m on m.id = s.mentorship_id where m.mentee_id = 'e1')");
        assertThat(report(id).states()).containsEntry("asking", 2);
        pause("e1");
        assertThat(report(id).states()).containsEntry("asking", 1).containsEntry("waiting", 1);
    }

    @Test
    void aMentorDeclinesDuringThePauseButDoesNotAccept() {
        formed("e1");
        choose("e1", "auto");
        pause("e1");
        Task question = task("e1", "acceptMentee");
        assertThatThrownBy(() -> as("a", question, Map.of("accepted", true)))
                .hasStackTraceContaining("mentoring.absence.taskPaused");
        assertThatThrownBy(() -> as("a", question, Map.of("accepted", "perhaps")))
                .isInstanceOf(RuntimeException.class);
        as("a", question, Map.of("accepted", false, "reason", "no time"));
        assertThat(asked("e1")).isEqualTo("b");
        assertThat(jdbc.queryForObject(
                        "select arguments from notice where person_id = 'b' and code = 'matching.notice.askedInPause'",
                        String.class))
                .contains("员工e1");
        assertThatThrownBy(() -> as("b", task("e1", "acceptMentee"), Map.of("accepted", true)))
                .hasStackTraceContaining("mentoring.absence.taskPaused");
        absence.resume(mentorship("e1"), "e1");
        as("b", task("e1", "acceptMentee"), Map.of("accepted", true));
        assertThat(jdbc.queryForObject("select mentor_id from mentorship where mentee_id = 'e1'", String.class))
                .isEqualTo("b");
    }

    private void pause(String mentee) {
        absence.pause(mentorship(mentee), mentee, null, null);
    }

    private void choiceAlone(String mentee, String mentor) {
        engine.getRuntimeService().startProcessInstanceByKey("mentoring", "own", Map.of("menteeId", mentee));
        engine.getTaskService().complete(own("chooseMentor").getId(), Map.of("choice", mentor));
    }

    private void answerOf(String mentee, boolean accepted) {
        assertThat(own("acceptMentee").getAssignee()).as(mentee).isEqualTo("a");
        engine.getTaskService().complete(own("acceptMentee").getId(), Map.of("accepted", accepted));
    }

    private Task own(String task) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey("own")
                .taskDefinitionKey(task)
                .singleResult();
    }

    private List<Task> tasks(String mentee, String task) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(mentorship(mentee))
                .taskDefinitionKey(task)
                .list();
    }

    private void as(String person, Task task, Map<String, Object> values) {
        engine.getProcessEngineConfiguration().setAuthorizationEnabled(false);
        engine.getIdentityService().setAuthentication(person, List.of());
        try {
            engine.getTaskService().complete(task.getId(), values);
        } finally {
            engine.getIdentityService().clearAuthentication();
            engine.getProcessEngineConfiguration().setAuthorizationEnabled(true);
        }
    }
}
