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
import org.xinhuo.mentoring.absence.AskWhoStandsIn;
import org.xinhuo.mentoring.absence.NoteLeave;
import org.xinhuo.mentoring.matching.AssignMentor;
import org.xinhuo.mentoring.matching.MatchMany;
import org.xinhuo.mentoring.matching.Recommendation;
import org.xinhuo.mentoring.matching.ShowMatching;
import org.xinhuo.mentoring.matching.ShowRecommendations;
import org.xinhuo.mentoring.process.AbsenceProcess;
import org.xinhuo.mentoring.process.MentoringProcess;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoTest;

/** Nobody gets a mentor who is not there. wang has places left, and mei's pair knows that he will be away. */
@XinhuoTest
class AwayMentorsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @Autowired
    ApplicationContext context;

    @Autowired
    AbsenceProcess absence;

    @Autowired
    SubstitutionProcess substitution;

    @Autowired
    MentoringProcess mentoring;

    AbsenceStory story;

    @BeforeEach
    void aPairAndAnotherMentee() {
        context.getBean(ProcessEngine.class).getProcessEngineConfiguration().setAuthorizationEnabled(false);
        story = new AbsenceStory(context).coached();
        TestCompany company = context.getBean(TestCompany.class);
        company.employee("hua").mentor("hua", 3, "logical").employee("lan");
        company.write("update mentor set capacity = 3");
    }

    @AfterEach
    void asBefore() {
        story.engine.getProcessEngineConfiguration().setAuthorizationEnabled(true);
    }

    @Test
    void aMentorOnLeaveIsNeitherRecommendedNorAssigned() {
        assertThat(recommended()).contains("wang");
        absence.nameSubstitute(story.id, "wang", "li", TODAY, TODAY.plusDays(9));
        assertThat(recommended()).containsExactlyInAnyOrder("li", "hua");
        assertThat(ofACohort()).containsExactlyInAnyOrder("li", "hua");
        String lans = mentoring.start("lan");
        assertThatThrownBy(() -> context.getBean(AssignMentor.class).assign(lans, "han", "wang"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(refusal.arguments()).contains("on leave now or within the next two weeks"));
        assertThat(context.getBean(ShowMatching.class).forHr(lans).get("notEligible"))
                .isEqualTo(List.of(
                        Map.of("mentor", "员工wang (wang)", "reason", "on leave now or within the next two weeks")));
        // Who is back is recommended again.
        substitution.end(story.id, "wang");
        assertThat(ofACohort()).contains("wang");
    }

    @Test
    void aLeaveCountsFromTwoWeeksBefore() {
        absence.nameSubstitute(story.id, "wang", "li", TODAY.plusDays(15), TODAY.plusDays(30));
        assertThat(recommended()).contains("wang");
        story.passDays(1);
        assertThat(recommended()).doesNotContain("wang");
        // Two days are left of it.
        story.passDays(28);
        assertThat(recommended()).contains("wang");
    }

    @Test
    void whoWasShownBeforeTheLeaveIsPassedOver() {
        String lans = mentoring.start("lan");
        absence.nameSubstitute(story.id, "wang", "li", TODAY, TODAY.plusDays(9));
        story.does("lan", "chooseMentor", Map.of("choice", "wang"));
        assertThat(story.task("acceptMentee", "wang")).isNull();
        assertThat(context.getBean(JdbcClient.class)
                        .sql("select e.state from shortlist_entry e join shortlist s on s.id = e.shortlist_id"
                                + " where s.mentorship_id = ? and e.mentor_id = 'wang'")
                        .param(lans)
                        .query(String.class)
                        .single())
                .isEqualTo("UNAVAILABLE");
    }

    @Test
    void whoLeavesTheCompanySoonIsNotRecommended() {
        context.getBean(DepartureProcess.class).announce("wang", TODAY.plusDays(60));
        assertThat(recommended()).doesNotContain("wang");
        context.getBean(DepartureProcess.class).takeBack("wang", "han");
        assertThat(recommended()).contains("wang");
    }

    @Test
    void nobodyStandsInWhoIsAwayOrLeavesOnThoseDays() {
        String lans = mentoring.start("lan");
        story.does("lan", "chooseMentor", Map.of("choice", "li"));
        story.does("li", "acceptMentee", Map.of("accepted", true));
        absence.nameSubstitute(lans, "li", "hua", TODAY.plusDays(5), TODAY.plusDays(9));
        refused("mentoring.absence.substituteAway", TODAY.plusDays(9), TODAY.plusDays(12));
        context.getBean(DepartureProcess.class).announce("li", TODAY.plusDays(20));
        refused("mentoring.absence.substituteLeaves", TODAY.plusDays(12), TODAY.plusDays(20));
        absence.nameSubstitute(story.id, "wang", "li", TODAY.plusDays(10), TODAY.plusDays(19));
    }

    /** li has no pair that could know of it. */
    @Test
    void aMentorWithoutAPairNotesHisLeaveAndIsLeftOut() {
        NoteLeave leave = context.getBean(NoteLeave.class);
        assertThat(recommended()).contains("li");
        long id = leave.note("li", TODAY.plusDays(10), TODAY.plusDays(30), "li").id();
        assertThat(recommended()).doesNotContain("li");
        assertThat(ofACohort()).doesNotContain("li");
        refused("mentoring.absence.substituteAway", TODAY.plusDays(30), TODAY.plusDays(31));
        leave.end("li", id, "han");
        assertThat(recommended()).contains("li");
        absence.nameSubstitute(story.id, "wang", "li", TODAY.plusDays(29), TODAY.plusDays(30));
    }

    @Test
    void ofEachPairTheMentorIsAskedWhoStandsIn() {
        NoteLeave leave = context.getBean(NoteLeave.class);
        MentorLeave noted = leave.note("wang", TODAY.minusDays(1), TODAY.plusDays(9), "han");
        assertThat(story.told("wang")).containsExactly("mentoring.absence.notice.whoStandsIn");
        assertThat(story.told("mei")).containsExactly("mentoring.absence.notice.mentorAway");
        assertThat(story.told("han")).containsExactly("mentoring.absence.notice.nobodyStandsIn");
        AskWhoStandsIn ask = context.getBean(AskWhoStandsIn.class);
        assertThat(ask.alone(noted)).extracting(pair -> pair.mentorship().id()).containsExactly(story.id);
        absence.nameSubstitute(story.id, "wang", "li", TODAY, TODAY.plusDays(9));
        assertThat(ask.alone(noted)).isEmpty();
        assertThat(recommended()).doesNotContain("wang");
    }

    @Test
    void onlyTheMentorAndHrNoteALeaveAndNoDayTwice() {
        NoteLeave leave = context.getBean(NoteLeave.class);
        long noted = leave.note("wang", TODAY, TODAY.plusDays(3), "wang").id();
        for (String other : List.of("li", "mei", "lan")) {
            leaveRefused("mentoring.absence.leaveNotYours", () -> leave.note("wang", TODAY, TODAY, other));
            leaveRefused("mentoring.absence.leaveNotYours", () -> leave.end("wang", noted, other));
        }
        leaveRefused("mentoring.absence.leaveNotYours", () -> leave.note("mei", TODAY, TODAY, "mei"));
        leaveRefused("matching.notAMentor", () -> leave.note("mei", TODAY, TODAY, "han"));
        leaveRefused(
                "mentoring.absence.leaveNoted", () -> leave.note("wang", TODAY.plusDays(3), TODAY.plusDays(5), "wang"));
        leaveRefused(
                "mentoring.absence.leaveDaysWrong",
                () -> leave.note("wang", TODAY.plusDays(9), TODAY.plusDays(8), "wang"));
        leaveRefused(
                "mentoring.absence.leaveDaysWrong",
                () -> leave.note("wang", TODAY.minusDays(9), TODAY.minusDays(1), "wang"));
        leaveRefused("mentoring.absence.unknownLeave", () -> leave.end("li", noted, "han"));
    }

    private static void leaveRefused(String code, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private void refused(String code, LocalDate from, LocalDate until) {
        assertThatThrownBy(() -> absence.nameSubstitute(story.id, "wang", "li", from, until))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private List<String> recommended() {
        return context.getBean(ShowRecommendations.class).of("lan", "lan").stream()
                .map(Recommendation::mentorId)
                .toList();
    }

    private List<String> ofACohort() {
        return context.getBean(MatchMany.class).preview(List.of("lan")).eligibleMentors();
    }
}
