package org.xinhuo.mentoring.process.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.Date;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinhuo.mentoring.Mentorship;
import org.xinhuo.mentoring.process.AbsenceProcess;
import org.xinhuo.testing.PassedNodes;

/** One test a path: who chooses, who answers, who decides at last. */
class MatchingProcessTest extends MatchingStory {

    @Autowired
    AbsenceProcess absence;

    @RegisterExtension
    static final PassedNodes nodes = new PassedNodes("matching");

    @Test
    void theChosenMentorAccepts() {
        String id = mentoring.start("mei");
        complete(id, "chooseMentor", Map.of("choice", "li", "reason", "worked together"));
        assertThat(task(id, "acceptMentee").getAssignee()).isEqualTo("li");
        complete(id, "acceptMentee", Map.of("accepted", true));
        Mentorship mentorship = mentorships.get(id);
        assertThat(mentorship.mentorId()).isEqualTo("li");
        assertThat(mentorship.state()).isEqualTo(Mentorship.State.PLANNING);
        assertThat(told("mei"))
                .containsExactly("matching.notice.choose", "matching.notice.mentorAsked", "matching.notice.yourMentor");
        assertThat(told("li")).containsExactly("matching.notice.asked", "matching.notice.yourMentee");
        assertThat(passed(id))
                .contains("chooseMentor", "askMentor", "acceptMentee", "pairMentor", "mentorFound")
                .doesNotContain("informHr", "chooseBest", "countSilence");
        assertThat(jdbc.queryForMap("select choice, chosen_mentor_id, choice_reason, weights_version from shortlist"
                        + " where closed_at is not null"))
                .containsEntry("choice", "MENTEE")
                .containsEntry("chosen_mentor_id", "li")
                .containsEntry("choice_reason", "worked together")
                .containsEntry("weights_version", 1);
    }

    @Test
    void autoAsksTheBest() {
        String id = mentoring.start("mei");
        complete(id, "chooseMentor", Map.of("choice", "auto"));
        assertThat(task(id, "acceptMentee").getAssignee()).isEqualTo("wang");
    }

    @Test
    void aSilentMenteeIsRemindedThenTheBestIsAsked() {
        String id = mentoring.start("mei");
        later(Duration.ofDays(2));
        fire("choiceDueSoon");
        assertThat(told("mei")).contains("matching.notice.chooseReminder");
        assertThat(task(id, "chooseMentor").getDueDate()).isAfter(ClockUtil.getCurrentTime());
        later(Duration.ofDays(1));
        fire("choiceOverdue");
        assertThat(task(id, "acceptMentee").getAssignee()).isEqualTo("wang");
        assertThat(passed(id)).contains("remindMentee", "menteeReminded", "chooseBest");
        assertThat(jdbc.queryForObject("select choice from shortlist", String.class))
                .isEqualTo("SILENCE");
    }

    @Test
    void aSilentMentorIsRemindedThenTheNextIsAsked() {
        String id = mentoring.start("mei");
        complete(id, "chooseMentor", Map.of("choice", "auto"));
        later(Duration.ofDays(3));
        fire("answerDueSoon");
        assertThat(told("wang")).contains("matching.notice.acceptReminder");
        later(Duration.ofDays(2));
        fire("answerOverdue");
        assertThat(task(id, "acceptMentee").getAssignee()).isEqualTo("li");
        assertThat(told("wang")).contains("matching.notice.silent");
        assertThat(told("mei")).contains("matching.notice.unavailable");
        assertThat(passed(id)).contains("remindMentor", "mentorReminded", "countSilence", "askOn");
    }

    @Test
    void aDeclineMovesToTheNextByRank() {
        String id = mentoring.start("mei");
        complete(id, "chooseMentor", Map.of("choice", "li"));
        complete(id, "acceptMentee", Map.of("accepted", false, "reason", "no time"));
        assertThat(task(id, "acceptMentee").getAssignee()).isEqualTo("wang");
        complete(id, "acceptMentee", Map.of("accepted", "false"));
        assertThat(task(id, "acceptMentee").getAssignee()).isEqualTo("chen");
        complete(id, "acceptMentee", Map.of("accepted", "true"));
        assertThat(mentorships.get(id).mentorId()).isEqualTo("chen");
    }

    @Test
    void whenAllDeclineHrAssigns() {
        String id = mentoring.start("mei");
        complete(id, "chooseMentor", Map.of("choice", "auto"));
        for (int mentor = 0; mentor < 3; mentor++) {
            complete(id, "acceptMentee", Map.of("accepted", false, "reason", "no time"));
        }
        Task assignment = task(id, "assignMentor");
        assertThat(engine.getTaskService().getIdentityLinksForTask(assignment.getId()))
                .extracting("groupId")
                .containsExactly("hr");
        assertThat(told("han")).containsExactly("matching.notice.toHr");
        later(Duration.ofDays(3));
        fire("assignmentOverdue");
        assertThat(told("han")).contains("matching.notice.toHrReminder");

        VariableMap form = engine.getFormService().getTaskFormVariables(assignment.getId());
        assertThat(form.getValue("asked", Object.class).toString()).contains("no time", "员工wang (wang)");
        assertThat(form.getValue("candidates", Object.class).toString())
                .contains("\"wang\"", "\"li\"", "\"chen\"")
                .doesNotContain("\"sun\"", "\"zhao\"");

        refused(assignment, Map.of("mentorId", "han"));
        refused(assignment, Map.of("mentorId", "nobody"));
        refused(assignment, Map.of("mentorId", "zhao"));
        refused(assignment, Map.of("mentorId", "sun"));
        refused(assignment, Map.of("mentorId", "mei"));
        complete(id, "assignMentor", Map.of("mentorId", "li"));
        assertThat(mentorships.get(id).mentorId()).isEqualTo("li");
        assertThat(told("li")).contains("matching.notice.yourMentee");
        assertThat(passed(id)).contains("informHr", "remindHr", "isHrRemindedAgain", "mentorAssigned");
    }

    @Test
    void hrIsRemindedOfAMenteeWithoutAMentorEveryWeekEightTimesAtMost() {
        jdbcUpdate("update mentor set capacity = 0");
        String id = mentoring.start("mei");
        later(Duration.ofDays(3));
        fire("assignmentOverdue");
        for (int week = 2; week <= 8; week++) {
            assertThat(timer("assignmentStillOverdue").getDuedate())
                    .isEqualTo(Date.from(ClockUtil.getCurrentTime().toInstant().plus(Duration.ofDays(7))));
            later(Duration.ofDays(7));
            fire("assignmentStillOverdue");
            assertThat(told("han"))
                    .containsExactlyElementsOf(Stream.concat(
                                    Stream.of("matching.notice.toHr"),
                                    Collections.nCopies(week, "matching.notice.toHrReminder").stream())
                            .toList());
        }
        assertThat(timer("assignmentStillOverdue")).isNull();
        assertThat(passed(id)).contains("hrReminded");
        jdbcUpdate("update mentor set capacity = 1 where employee_id = 'chen'");
        complete(id, "assignMentor", Map.of("mentorId", "chen"));
        assertThat(mentorships.get(id).mentorId()).isEqualTo("chen");
    }

    /** Reminded once, paused for three weeks: no reminder is lost, none comes at once, and none twice. */
    @Test
    void aPauseMovesTheReminders() {
        jdbcUpdate("update mentor set capacity = 0");
        String id = mentoring.start("mei");
        later(Duration.ofDays(3));
        fire("assignmentOverdue");
        Date due = timer("assignmentStillOverdue").getDuedate();
        later(Duration.ofDays(1));
        absence.pause(id, "mei", null, null);
        later(Duration.ofDays(21));
        assertThat(timer("assignmentStillOverdue").isSuspended()).isTrue();
        absence.resume(id, "mei");
        Job again = timer("assignmentStillOverdue");
        assertThat(again.isSuspended()).isFalse();
        assertThat(again.getDuedate()).isEqualTo(Date.from(due.toInstant().plus(Duration.ofDays(21))));
        later(Duration.ofDays(6));
        fire("assignmentStillOverdue");
        assertThat(told("han").stream().filter("matching.notice.toHrReminder"::equals))
                .hasSize(2);
        assertThat(timer("assignmentStillOverdue").getDuedate())
                .isEqualTo(Date.from(ClockUtil.getCurrentTime().toInstant().plus(Duration.ofDays(7))));
    }

    /** Otherwise the process would not go on until the last reminder was due. */
    @Test
    void whoIsNamedEndsTheReminders() {
        jdbcUpdate("update mentor set capacity = 0");
        String id = mentoring.start("mei");
        later(Duration.ofDays(3));
        fire("assignmentOverdue");
        jdbcUpdate("update mentor set capacity = 1 where employee_id = 'chen'");
        complete(id, "assignMentor", Map.of("mentorId", "chen"));
        assertThat(mentorships.get(id).state()).isEqualTo(Mentorship.State.PLANNING);
        assertThat(timer("assignmentStillOverdue")).isNull();
        assertThat(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(id)
                        .processDefinitionKey("matching")
                        .count())
                .isZero();
    }

    @Test
    void hrSeesLastAndMarkedFromWhomThePairHasPartedAndWhoDeclined() {
        jdbcUpdate("update mentor set capacity = 2 where capacity > 0");
        String id = mentoring.start("mei");
        complete(id, "chooseMentor", Map.of("choice", "wang"));
        complete(id, "acceptMentee", Map.of("accepted", true));
        mentoring.requestRematch(id, "mei");
        complete(id, "chooseMentor", Map.of("choice", "li"));
        complete(id, "acceptMentee", Map.of("accepted", false));
        later(Duration.ofDays(5));
        fire("answerOverdue");
        company.employee("wu").mentor("wu", 2, "directive");
        VariableMap form = engine.getFormService()
                .getTaskFormVariables(task(id, "assignMentor").getId());
        assertThat(form.getValue("candidates", Object.class).toString())
                .containsSubsequence(
                        "(wu)",
                        "(li)",
                        "asked for this mentee: declined",
                        "(chen)",
                        "did not answer",
                        "(wang)",
                        "they have parted");
    }

    @Test
    void withoutAnEligibleMentorHrIsAskedAtOnce() {
        jdbcUpdate("update mentor set capacity = 0");
        String id = mentoring.start("mei");
        Task assignment = task(id, "assignMentor");
        jdbcUpdate("update mentor set capacity = 1 where employee_id = 'chen'");
        VariableMap form = engine.getFormService().getTaskFormVariables(assignment.getId());
        assertThat(form.getValue("asked", Object.class)).hasToString("[]");
        complete(id, "assignMentor", Map.of("mentorId", "chen"));
        assertThat(mentorships.get(id).mentorId()).isEqualTo("chen");
        assertThat(passed(id)).doesNotContain("chooseMentor", "askMentor");
    }

    @Test
    void whoAcceptsWithoutAPlaceLeftGoesOnToTheNext() {
        String mei = mentoring.start("mei");
        String lan = mentoring.start("lan");
        complete(mei, "chooseMentor", Map.of("choice", "wang"));
        complete(lan, "chooseMentor", Map.of("choice", "wang"));
        complete(mei, "acceptMentee", Map.of("accepted", true));
        complete(lan, "acceptMentee", Map.of("accepted", true));
        assertThat(mentorships.get(mei).mentorId()).isEqualTo("wang");
        assertThat(task(lan, "acceptMentee").getAssignee()).isEqualTo("li");
        assertThat(told("wang")).contains("matching.notice.full");
        assertThat(passed(lan)).contains("declineOrFull");
    }

    @Test
    void aMemberOfACohortWaitsUntilTheCohortIsAssigned() {
        String id = mentoring.start("mei");
        jdbcUpdate("update shortlist set cohort_id = 'autumn'");
        complete(id, "chooseMentor", Map.of("choice", "auto"));
        assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .processInstanceBusinessKey(id)
                        .count())
                .isZero();
        tellAssignment(id);
        assertThat(task(id, "acceptMentee").getAssignee()).isEqualTo("wang");
        assertThat(passed(id)).contains("assignmentMade").doesNotContain("choiceClosed");
    }

    @Test
    void theAssignmentOfTheCohortWithdrawsAChoiceThatIsStillOpen() {
        String id = mentoring.start("mei");
        jdbcUpdate("update shortlist set cohort_id = 'autumn'");
        tellAssignment(id);
        assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .taskDefinitionKey("chooseMentor")
                        .count())
                .isZero();
        assertThat(task(id, "acceptMentee").getAssignee()).isEqualTo("wang");
        assertThat(passed(id)).contains("choiceClosed").doesNotContain("assignmentMade");
    }

    private void tellAssignment(String id) {
        engine.getRuntimeService()
                .createMessageCorrelation("matching.assignmentMade")
                .processInstanceBusinessKey(id)
                .correlate();
    }
}
