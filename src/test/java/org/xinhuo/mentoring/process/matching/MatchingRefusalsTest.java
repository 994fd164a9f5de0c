package org.xinhuo.mentoring.process.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.junit.jupiter.api.Test;

/** What the tasks of "matching" refuse, and what they show. */
class MatchingRefusalsTest extends MatchingStory {

    @Test
    void aChoiceOutsideTheShortlistIsRefusedAndTheTaskStays() {
        String id = mentoring.start("mei");
        Task task = task(id, "chooseMentor");
        refused(task, Map.of("choice", "sun"));
        refused(task, Map.of("choice", ""));
        refused(task, Map.of());
        refused(task, Map.of("choice", "li", "mentorId", "wang"));
        refused(task, Map.of("choice", "li", "reason", "x".repeat(1001)));
        assertThat(task(id, "chooseMentor").getId()).isEqualTo(task.getId());
        assertThat(jdbc.queryForObject("select choice from shortlist", String.class))
                .isNull();
    }

    @Test
    void garbageInsteadOfAnAnswerIsRefused() {
        String id = mentoring.start("mei");
        complete(id, "chooseMentor", Map.of("choice", "auto"));
        Task task = task(id, "acceptMentee");
        refused(task, Map.of("accepted", "perhaps"));
        refused(task, Map.of());
        assertThat(task(id, "acceptMentee").getId()).isEqualTo(task.getId());
    }

    @Test
    void nobodyAnswersForTheMentor() {
        String id = mentoring.start("mei");
        complete(id, "chooseMentor", Map.of("choice", "auto"));
        String taskId = task(id, "acceptMentee").getId();
        try {
            engine.getIdentityService().setAuthentication("mei", List.of("employee"));
            assertThatThrownBy(() -> engine.getTaskService().complete(taskId, Map.of("accepted", true)))
                    .isInstanceOf(AuthorizationException.class);
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    @Test
    void theFormShowsWhyTheseThree() {
        String id = mentoring.start("mei");
        VariableMap form = engine.getFormService()
                .getTaskFormVariables(task(id, "chooseMentor").getId());
        assertThat(form.getValue("recommendations", Object.class).toString())
                .contains("1. 员工wang (wang)", "2. 员工li (li)", "3. 员工chen (chen)", "Analysis", "50/50");
        assertThat(form.getValue("choices", Object.class).toString()).contains("auto");
        complete(id, "chooseMentor", Map.of("choice", "auto"));
        VariableMap question = engine.getFormService()
                .getTaskFormVariables(task(id, "acceptMentee").getId());
        assertThat(question.getValue("mentee", Object.class)).isEqualTo("员工mei (mei)");
        assertThat(question.getValue("gaps", Object.class).toString()).contains("Analysis");
    }

    @Test
    void aMentorshipIsNotMatchedTwiceAtOnce() {
        String id = mentoring.start("mei");
        assertThatThrownBy(() -> engine.getRuntimeService().startProcessInstanceByKey("matching", id))
                .hasStackTraceContaining("mentoring.wrongState");
    }

    @Test
    void nobodyOfHrAssignsInTheOwnCase() {
        company.role("lan", "hr").mentor("han", 1, "logical");
        jdbcUpdate("update mentor set capacity = 0");
        String id = mentoring.start("lan");
        jdbcUpdate("update mentor set capacity = 1");
        Task assignment = task(id, "assignMentor");
        assertThatThrownBy(() -> assignAs("han", assignment, "han"))
                .isInstanceOf(FormFieldValidationException.class)
                .hasStackTraceContaining("mentoring.ownCase");
        assertThatThrownBy(() -> assignAs("lan", assignment, "wang")).isInstanceOf(AuthorizationException.class);
        assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .taskId(assignment.getId())
                        .singleResult()
                        .getAssignee())
                .isNull();
        assertThatThrownBy(() -> formAs("lan", assignment)).hasStackTraceContaining("mentoring.ownCase");
        assertThat(formAs("han", assignment)).contains("notEligible");
        assertThat(mentorships.get(id).mentorId()).isNull();
        assignAs("han", assignment, "wang");
        assertThat(mentorships.get(id).mentorId()).isEqualTo("wang");
    }

    private String formAs(String person, Task assignment) {
        try {
            engine.getIdentityService().setAuthentication(person, List.of("hr"));
            return engine.getFormService()
                    .getTaskFormVariables(assignment.getId())
                    .keySet()
                    .toString();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    private void assignAs(String person, Task assignment, String mentor) {
        try {
            engine.getIdentityService().setAuthentication(person, List.of("hr"));
            engine.getTaskService().complete(assignment.getId(), Map.of("mentorId", mentor));
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }
}
