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
import org.xinhuo.mentoring.MentorLeaves.MentorLeave;
import org.xinhuo.mentoring.Substitutions.Away;
import org.xinhuo.mentoring.absence.AskWhoStandsIn;
import org.xinhuo.mentoring.absence.NoteLeave;
import org.xinhuo.mentoring.process.AbsenceProcess;
import org.xinhuo.mentoring.process.MentoringProcess;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoTest;

/** Who is told of a mentor's leave and of its end. wang mentors mei, li can stand in. */
@XinhuoTest
class MentorLeaveTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final String WHO_STANDS_IN = "mentoring.absence.notice.whoStandsIn";
    private static final String MENTOR_BACK = "mentoring.absence.notice.mentorBack";
    private static final String SUBSTITUTE_AWAY = "mentoring.absence.notice.substituteAway";
    private static final String SUBSTITUTE_BACK = "mentoring.absence.notice.substituteBack";

    @Autowired
    ApplicationContext context;

    @Autowired
    AbsenceProcess absence;

    @Autowired
    NoteLeave leave;

    AbsenceStory story;

    @BeforeEach
    void aPairAndAnotherMentee() {
        context.getBean(ProcessEngine.class).getProcessEngineConfiguration().setAuthorizationEnabled(false);
        story = new AbsenceStory(context).coached();
        TestCompany company = context.getBean(TestCompany.class);
        company.employee("lan");
        company.write("update mentor set capacity = 3");
    }

    @AfterEach
    void asBefore() {
        story.engine.getProcessEngineConfiguration().setAuthorizationEnabled(true);
    }

    @Test
    void ofTheLeaveOfASubstituteMentorMenteeAndHrAreTold() {
        absence.nameSubstitute(story.id, "wang", "li", TODAY.plusDays(5), TODAY.plusDays(9));
        long after =
                leave.note("li", TODAY.plusDays(10), TODAY.plusDays(12), "li").id();
        assertThat(everybody(SUBSTITUTE_AWAY)).isEmpty();
        long during =
                leave.note("li", TODAY.plusDays(9), TODAY.plusDays(9), "li").id();
        assertThat(everybody(SUBSTITUTE_AWAY)).containsExactly("han", "mei", "wang");

        leave.end("li", after, "li");
        assertThat(everybody(SUBSTITUTE_BACK)).isEmpty();
        leave.end("li", during, "li");
        assertThat(everybody(SUBSTITUTE_BACK)).containsExactly("han", "mei", "wang");
    }

    @Test
    void oneDayOfASubstituteDoesNotCountForTheWholeLeave() {
        absence.nameSubstitute(story.id, "wang", "li", TODAY.plusDays(5), TODAY.plusDays(6));
        MentorLeave noted = leave.note("wang", TODAY.plusDays(3), TODAY.plusDays(9), "wang");
        assertThat(context.getBean(AskWhoStandsIn.class).alone(noted))
                .singleElement()
                .satisfies(pair -> assertThat(pair.days())
                        .containsExactly(
                                new Away(TODAY.plusDays(3), TODAY.plusDays(4)),
                                new Away(TODAY.plusDays(7), TODAY.plusDays(9))));
        assertThat(story.told("wang")).filteredOn(WHO_STANDS_IN::equals).hasSize(2);
        assertThat(story.told("mei"))
                .filteredOn("mentoring.absence.notice.mentorAway"::equals)
                .hasSize(1);
    }

    @Test
    void aPairFoundAfterTheLeaveWasNotedIsAskedAboutToo() {
        leave.note("li", TODAY.plusDays(20), TODAY.plusDays(30), "li");
        assertThat(story.told("li")).isEmpty();
        context.getBean(MentoringProcess.class).start("lan");
        story.does("lan", "chooseMentor", Map.of("choice", "li"));
        story.does("li", "acceptMentee", Map.of("accepted", true));
        assertThat(story.told("li")).containsExactly(WHO_STANDS_IN);
        assertThat(story.told("lan")).containsExactly("mentoring.absence.notice.mentorAway");
        assertThat(story.told("han")).containsExactly("mentoring.absence.notice.nobodyStandsIn");
    }

    @Test
    void whoWasToldThatTheMentorIsAwayLearnsThatHeIsBack() {
        long noted = leave.note("wang", TODAY, TODAY.plusDays(9), "wang").id();
        absence.nameSubstitute(story.id, "wang", "li", TODAY, TODAY.plusDays(9));
        story.passDays(4);
        leave.end("wang", noted, "wang");
        assertThat(story.told("mei")).endsWith(MENTOR_BACK);
        assertThat(story.told("han")).endsWith("mentoring.absence.notice.leaveEnded");
        // The substitution is another matter, which he ends on the page.
        assertThat(story.told("wang")).endsWith("mentoring.absence.notice.standsInStill");
    }

    @Test
    void ofALeaveThatHasPassedNobodyIsTold() {
        long noted = leave.note("wang", TODAY, TODAY.plusDays(3), "wang").id();
        story.passDays(4);
        leave.end("wang", noted, "wang");
        assertThat(story.told("mei")).doesNotContain(MENTOR_BACK);
    }

    @Test
    void daysFartherThanAYearAreRefusedWithASentence() {
        for (LocalDate until : List.of(TODAY.plusYears(1).plusDays(1), LocalDate.of(99_999_999, 12, 31))) {
            refused("mentoring.absence.leaveTooFar", () -> leave.note("wang", TODAY, until, "wang"));
            refused(
                    "mentoring.absence.substituteTooFar",
                    () -> absence.nameSubstitute(story.id, "wang", "li", TODAY, until));
        }
        refused(
                "mentoring.absence.leaveTooFar",
                () -> leave.note("wang", LocalDate.of(-99_999_999, 1, 1), TODAY, "wang"));
        leave.note("wang", TODAY.minusYears(1), TODAY.plusYears(1), "wang");
    }

    private List<String> everybody(String code) {
        return context.getBean(JdbcClient.class)
                .sql("select person_id from notice where code = ? order by person_id")
                .param(code)
                .query(String.class)
                .list();
    }

    private static void refused(String code, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
