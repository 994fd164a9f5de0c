package org.xinhuo.mentoring.process.absence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.Mentorship;
import org.xinhuo.mentoring.Mentorships;
import org.xinhuo.mentoring.Pairings;
import org.xinhuo.mentoring.process.AbsenceProcess;
import org.xinhuo.mentoring.rights.MentoringRights;
import org.xinhuo.mentoring.rights.MentoringRole;
import org.xinhuo.people.Employees;
import org.xinhuo.people.Groups;
import org.xinhuo.testing.PassedNodes;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoTest;

@XinhuoTest
class DepartureProcessTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @RegisterExtension
    static final PassedNodes nodes = new PassedNodes("departure");

    @RegisterExtension
    static final PassedNodes ofTheLoop = new PassedNodes("mentoring").within("departure");

    @Autowired
    ApplicationContext context;

    @Autowired
    DepartureProcess departure;

    @Autowired
    Mentorships mentorships;

    AbsenceStory story;

    @BeforeEach
    void aCompany() {
        context.getBean(ProcessEngine.class).getProcessEngineConfiguration().setAuthorizationEnabled(false);
        story = new AbsenceStory(context);
    }

    @AfterEach
    void asBefore() {
        story.engine.getProcessEngineConfiguration().setAuthorizationEnabled(true);
    }

    @Test
    void onTheDayTheMenteesOfAMentorLookForAnother() {
        story.coached();
        departure.announce("wang", TODAY.plusDays(10));
        assertThat(story.task("giveDeepGuidance", "wang")).isNotNull();
        assertThat(story.timer("dayOfDeparture").getDuedate()).isEqualTo("2026-03-11T16:00:00Z");
        story.passDays(10);
        assertThat(context.getBean(Groups.class).of("wang")).isEmpty();
        story.fires("dayOfDeparture");
        assertThat(story.tasksOf("wang")).isEmpty();
        assertThat(mentorships.get(story.id).state()).isEqualTo(Mentorship.State.MATCHING);
        assertThat(context.getBean(Pairings.class).loads()).isEmpty();
        // li is the only one left, and mei is asked in the same words as at any other change.
        assertThat(story.text("select string_agg(mentor_id, ',') from shortlist_entry e join shortlist s"
                        + " on s.id = e.shortlist_id where s.closed_at is null"))
                .isEqualTo("li");
        assertThat(story.text("select arguments from notice where person_id = 'han'"
                        + " and code = 'mentoring.absence.notice.departed'"))
                .isEqualTo("[\"员工wang\",1,\"员工mei\",0]");
        assertThat(story.text("select count(*) from notice where person_id = 'mei'"
                        + " and code = 'mentoring.notice.rematched'"))
                .isEqualTo("1");
    }

    @Test
    void whoIsAskedAndLeavesHasDeclinedAndTheNextIsAsked() {
        complete("mei", "chooseMentor", Map.of("choice", "wang"));
        as("han", "hr");
        departure.announce("wang", TODAY);
        story.engine.getIdentityService().clearAuthentication();
        assertThat(story.task("acceptMentee", "wang")).isNull();
        assertThat(story.task("acceptMentee", "li")).isNotNull();
    }

    @Test
    void aMentorWhoIsAskedLeavesWhileTheMenteePauses() {
        complete("mei", "chooseMentor", Map.of("choice", "wang"));
        AbsenceProcess absence = context.getBean(AbsenceProcess.class);
        absence.pause(story.id, "mei", null, null);
        departure.announce("wang", TODAY.plusDays(1));
        story.passDays(1);
        story.fires("dayOfDeparture");
        assertThat(story.task("acceptMentee", "wang")).isNull();
        assertThat(story.task("acceptMentee", "li")).isNotNull();
        assertThat(story.timer("answerOverdue").isSuspended()).isTrue();
        absence.resume(story.id, "mei");
        story.does("li", "acceptMentee", Map.of("accepted", true));
        assertThat(mentorships.get(story.id).mentorId()).isEqualTo("li");
    }

    /** The pair parts in a step of its own, which may be late. */
    @Test
    void fromTheDayOnWhoHasLeftHasNoPartInTheMentorship() {
        story.coached();
        MentoringRights rights = context.getBean(MentoringRights.class);
        departure.announce("wang", TODAY.plusDays(1));
        assertThat(rights.rolesOf("wang", mentorships.get(story.id))).containsExactly(MentoringRole.MENTOR);
        departure.announce("mei", TODAY.plusDays(1));
        story.passDays(1);
        assertThat(rights.rolesOf("wang", mentorships.get(story.id))).isEmpty();
        assertThat(rights.rolesOf("mei", mentorships.get(story.id))).isEmpty();
    }

    @Test
    void aMenteeWhoLeavesEndsTheMentorshipInAnyStage() {
        departure.announce("mei", TODAY);
        assertThat(mentorships.get(story.id).state()).isEqualTo(Mentorship.State.STOPPED);
        assertThat(story.text("select count(*) from shortlist where closed_at is null"))
                .isEqualTo("0");
        assertThat(story.engine.getTaskService().createTaskQuery().count()).isZero();
        assertThat(story.engine.getRuntimeService().createProcessInstanceQuery().count())
                .isZero();
    }

    @Test
    void aMenteeWhoLeavesFreesTheMentor() {
        story.coached();
        departure.announce("mei", TODAY);
        assertThat(mentorships.get(story.id).state()).isEqualTo(Mentorship.State.STOPPED);
        assertThat(context.getBean(Pairings.class).loads()).isEmpty();
        assertThat(story.tasksOf("wang")).isEmpty();
        assertThat(story.text("select count(*) from coaching_case where ended_at is null"))
                .isEqualTo("0");
    }

    @Test
    void aSubstituteWhoLeavesGivesTheTasksBack() {
        story.coached();
        context.getBean(AbsenceProcess.class).nameSubstitute(story.id, "wang", "li", TODAY, TODAY.plusDays(20));
        story.fires("substitutionBegins");
        departure.announce("li", TODAY);
        assertThat(story.task("giveDeepGuidance", "wang")).isNotNull();
        assertThat(mentorships.get(story.id).actingMentor()).isEqualTo("wang");
        story.fires("substitutionEnds");
        assertThat(story.task("giveDeepGuidance", "wang")).isNotNull();
    }

    @Test
    void aDayOnWhichNothingWaitsChangesNothing() {
        departure.announce("li", TODAY.minusDays(3));
        assertThat(mentorships.get(story.id).isOpen()).isTrue();
        assertThat(context.getBean(Employees.class)
                        .get("li")
                        .isActiveOn(context.getBean(CompanyTime.class).today()))
                .isFalse();
    }

    @Test
    void aDepartureThatIsTakenBackNeverHappens() {
        story.coached();
        context.getBean(TestCompany.class).employee("hu").role("hu", "hr");
        departure.announce("wang", TODAY.plusDays(10));
        story.passDays(9);
        as("han", "hr");
        departure.takeBack("wang", "han");
        story.engine.getIdentityService().clearAuthentication();
        assertThat(story.timer("dayOfDeparture")).isNull();
        assertThat(story.engine
                        .getRuntimeService()
                        .createProcessInstanceQuery()
                        .processDefinitionKey("departure")
                        .count())
                .isZero();
        story.passDays(20);
        assertThat(context.getBean(Groups.class).of("wang")).contains("employee", "mentor");
        assertThat(story.task("giveDeepGuidance", "wang")).isNotNull();
        assertThat(mentorships.get(story.id).mentorId()).isEqualTo("wang");
        for (String hr : List.of("han", "hu")) {
            assertThat(story.told(hr)).containsExactly("mentoring.absence.notice.departureTakenBack");
        }
        // It can be announced again, and happens then.
        departure.announce("wang", TODAY.plusDays(40));
        story.fires("dayOfDeparture");
        assertThat(mentorships.get(story.id).state()).isEqualTo(Mentorship.State.MATCHING);
    }

    @Test
    void onlyHrAndAdministratorsTakeADepartureBackAndOnlyBeforeItsDay() {
        departure.announce("wang", TODAY.plusDays(10));
        as("mei", "employee");
        notTakenBack("people.mayNotAnnounceDeparture", "wang", "mei");
        as("wang", "mentor");
        notTakenBack("people.mayNotAnnounceDeparture", "wang", "wang");
        as("han", "hr");
        notTakenBack("people.unknownEmployee", "nobody", "han");
        notTakenBack("people.notLeaving", "li", "han");
        // The day has come, whether or not its timer was quick.
        story.passDays(10);
        notTakenBack("people.leftAlready", "wang", "han");
        story.fires("dayOfDeparture");
        notTakenBack("people.leftAlready", "wang", "han");
    }

    @Test
    void whatWasHandedOverEarlyByHandIsNotTakenBack() {
        departure.announce("wang", TODAY.plusDays(10));
        story.fires("dayOfDeparture");
        as("han", "hr");
        notTakenBack("people.leftAlready", "wang", "han");
        assertThat(story.text("select left_on from employee where id = 'wang'")).isEqualTo("2026-03-12");
    }

    @Test
    void whoComesBackIsChosenAndWorksAgain() {
        departure.announce("li", TODAY.minusDays(3));
        assertThat(context.getBean(Groups.class).of("li")).isEmpty();
        story.passDays(30);
        as("han", "hr");
        departure.returns("li", TODAY.plusDays(28), "han");
        story.engine.getIdentityService().clearAuthentication();
        assertThat(context.getBean(Groups.class).of("li")).contains("employee", "mentor");
        complete("mei", "chooseMentor", Map.of("choice", "li"));
        story.does("li", "acceptMentee", Map.of("accepted", true));
        assertThat(mentorships.get(story.id).mentorId()).isEqualTo("li");
        assertThat(story.told("han"))
                .containsExactly("mentoring.absence.notice.departed", "mentoring.absence.notice.returned");
        assertThat(story.text("select left_on || ' ' || returned_on || ' ' || noted_by from employee_return"))
                .isEqualTo("2026-02-27 2026-03-30 han");
        // And leaves again one day.
        departure.announce("li", TODAY.plusDays(40));
        story.fires("dayOfDeparture");
        assertThat(mentorships.get(story.id).state()).isEqualTo(Mentorship.State.MATCHING);
    }

    /** The hand-over was late: it finds nothing to do any more. */
    @Test
    void whatWasNotHandedOverYetStaysWithWhoComesBack() {
        story.coached();
        departure.announce("wang", TODAY.plusDays(2));
        story.passDays(2);
        departure.returns("wang", TODAY.plusDays(2), "han");
        assertThat(story.timer("dayOfDeparture")).isNull();
        assertThat(mentorships.get(story.id).mentorId()).isEqualTo("wang");
        assertThat(story.task("giveDeepGuidance", "wang")).isNotNull();
    }

    /** Its timer was fired by hand: nothing can be taken back, and the day has not come. */
    @Test
    void whoseWorkWasHandedOverEarlyComesBackToo() {
        departure.announce("wang", TODAY.plusDays(10));
        story.fires("dayOfDeparture");
        departure.returns("wang", TODAY, "han");
        assertThat(story.text("select count(*) from employee where left_on is not null"))
                .isEqualTo("0");
    }

    @Test
    void onlyHrAndAdministratorsNoteAReturnAndOnlyOfWhoHasLeft() {
        departure.announce("wang", TODAY.plusDays(3));
        notBack("people.notLeft", "li", TODAY, "han");
        notBack("people.notLeftYet", "wang", TODAY, "han");
        notBack("people.unknownEmployee", "nobody", TODAY, "han");
        story.passDays(5);
        notBack("people.mayNotAnnounceDeparture", "wang", TODAY.plusDays(5), "mei");
        notBack("people.returnOutOfRange", "wang", TODAY.plusDays(2), "han");
        notBack("people.returnOutOfRange", "wang", TODAY.plusDays(6), "han");
        assertThat(story.timer("dayOfDeparture")).isNotNull();
    }

    private void notBack(String code, String person, LocalDate on, String by) {
        assertThatThrownBy(() -> departure.returns(person, on, by)).satisfies(failure -> {
            Refusal refusal = Refusal.in(failure);
            assertThat(refusal).isNotNull();
            assertThat(refusal.code()).isEqualTo(code);
        });
    }

    private void notTakenBack(String code, String person, String by) {
        assertThatThrownBy(() -> departure.takeBack(person, by)).satisfies(failure -> {
            Refusal refusal = Refusal.in(failure);
            assertThat(refusal).isNotNull();
            assertThat(refusal.code()).isEqualTo(code);
        });
    }

    @Test
    void onlyHrAndAdministratorsAnnounceAndOnlyOnce() {
        as("wang", "mentor");
        refused("people.mayNotAnnounceDeparture", "mei", TODAY);
        as("han", "hr");
        refused("people.mayNotAnnounceDeparture", "han", TODAY);
        refused("people.unknownEmployee", "nobody", TODAY);
        refused("people.departureBeforeHired", "mei", LocalDate.of(2000, 1, 1));
        departure.announce("mei", TODAY.plusDays(1));
        refused("people.leavingAlready", "mei", TODAY.plusDays(2));
    }

    private void refused(String code, String person, LocalDate on) {
        assertThatThrownBy(() -> departure.announce(person, on))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    @Test
    void whoOfHrLeavesDoesNotHurryTheOwnDeparture() {
        context.getBean(TestCompany.class).role("wang", "hr");
        departure.announce("wang", TODAY.plusDays(10));
        as("wang", "hr");
        assertThatThrownBy(() -> story.fires("dayOfDeparture")).isInstanceOf(AuthorizationException.class);
        assertThat(story.timer("dayOfDeparture").getRetries()).isPositive();
        as("han", "hr");
        story.fires("dayOfDeparture");
        assertThat(story.timer("dayOfDeparture")).isNull();
        story.engine.getIdentityService().clearAuthentication();
    }

    private void as(String person, String group) {
        story.engine.getIdentityService().setAuthentication(person, List.of(group));
    }

    private void complete(String person, String task, Map<String, Object> values) {
        story.does(person, task, values);
    }
}
