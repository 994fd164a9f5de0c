package org.xinhuo.mentoring.process.absence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.MentorshipFigures;
import org.xinhuo.mentoring.Mentorships;
import org.xinhuo.mentoring.coaching.RecordGuidance;
import org.xinhuo.mentoring.process.AbsenceProcess;
import org.xinhuo.mentoring.process.MentoringProcess;
import org.xinhuo.mentoring.process.coaching.CoachingProcess;
import org.xinhuo.people.Employees;
import org.xinhuo.testing.PassedNodes;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoTest;

@XinhuoTest
class SubstituteProcessTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @RegisterExtension
    static final PassedNodes nodes = new PassedNodes("mentoring").within("standIn");

    @Autowired
    ApplicationContext context;

    @Autowired
    AbsenceProcess absence;

    @Autowired
    SubstitutionProcess substitution;

    @Autowired
    Mentorships mentorships;

    AbsenceStory story;

    @BeforeEach
    void aPairAtWork() {
        context.getBean(ProcessEngine.class).getProcessEngineConfiguration().setAuthorizationEnabled(false);
        story = new AbsenceStory(context).coached();
        context.getBean(TestCompany.class).employee("hua").mentor("hua", 3, "logical");
    }

    @AfterEach
    void asBefore() {
        story.engine.getProcessEngineConfiguration().setAuthorizationEnabled(true);
    }

    @Test
    void openAndNewTasksGoToTheSubstituteAndBack() {
        absence.nameSubstitute(story.id, "wang", "li", TODAY.plusDays(1), TODAY.plusDays(14));
        assertThat(story.timer("substitutionBegins").getDuedate()).isEqualTo("2026-03-02T16:00:00Z");
        assertThat(story.tasksOf("li")).isEmpty();
        assertThat(mayRead("li")).isFalse();
        story.fires("substitutionBegins");
        assertThat(mayRead("li")).isTrue();
        assertThat(story.tasksOf("wang")).isEmpty();
        story.does("li", "giveDeepGuidance", guidance());
        assertThat(story.text("select given_by from guidance")).isEqualTo("li");
        story.fires("evaluationOpens");
        assertThat(story.task("evaluateAbility", "li")).isNotNull();
        assertThat(story.timer("substitutionEnds").getDuedate()).isEqualTo("2026-03-16T16:00:00Z");
        story.fires("substitutionEnds");
        assertThat(mayRead("li")).isFalse();
        assertThat(story.task("evaluateAbility", "wang")).isNotNull();
        story.fires("sharingOpens");
        assertThat(story.task("shareExperience", "wang")).isNotNull();
        assertThat(story.told("mei"))
                .containsExactly(
                        "mentoring.absence.notice.substituteNamed",
                        "mentoring.absence.notice.substitutionBegun",
                        "mentoring.absence.notice.substitutionOver");
        assertThat(story.told("li").get(0)).isEqualTo("mentoring.absence.notice.youSubstitute");
    }

    /** A talk that is written down outside its task, while li stands in: before, during and after. */
    @Test
    void whoStandsInFilesTalksAndNobodyElseWhoMentors() {
        absence.nameSubstitute(story.id, "wang", "li", TODAY.plusDays(1), TODAY.plusDays(14));
        assertThatThrownBy(() -> files("li", TODAY)).isInstanceOf(Refusal.class);
        story.fires("substitutionBegins");
        files("li", TODAY);
        assertThat(story.task("giveDeepGuidance", "li"))
                .as("what was owed is done")
                .isNull();
        files("li", TODAY);
        assertThatThrownBy(() -> files("hua", TODAY)).isInstanceOf(Refusal.class);
        assertThat(story.text("select string_agg(distinct given_by, ',') || count(*) from guidance"))
                .isEqualTo("li2");
        story.fires("substitutionEnds");
        assertThatThrownBy(() -> files("li", TODAY)).isInstanceOf(Refusal.class);
        files("wang", TODAY);
        assertThat(story.text("select count(*)::text from guidance")).isEqualTo("3");
    }

    private void files(String person, LocalDate heldOn) {
        context.getBean(CoachingProcess.class)
                .giveGuidance(
                        story.id, person, new RecordGuidance.Guidance("a talk", "how", "Speak", 60, "video", heldOn));
    }

    @Test
    void thePlansEndIsNotThatOfThePairThatHasParted() {
        MentorshipFigures figures = context.getBean(MentorshipFigures.class);
        assertThat(figures.planEnd(mentorships.get(story.id))).isNotNull();
        context.getBean(MentoringProcess.class).requestRematch(story.id, "mei");
        assertThat(figures.planEnd(mentorships.get(story.id))).isNull();
        story.loop.choose(story.id, "li");
        assertThat(figures.planEnd(mentorships.get(story.id)))
                .as("nothing is on paper yet with li")
                .isNull();
    }

    /** wang is away: li is reminded, and HR reads li's name. */
    @Test
    void whoStandsInIsRemindedOfDutiesAndNamedToHr() {
        absence.nameSubstitute(story.id, "wang", "li", TODAY, TODAY.plusDays(40));
        story.fires("substitutionBegins");
        story.fires("guidanceDueSoon");
        story.fires("guidanceOverdue");
        assertThat(duties("wang")).isEmpty();
        assertThat(duties("li"))
                .extracting(notice -> notice.get("code"))
                .containsExactly("mentoring.duty.dueSoon.deep-guidance", "mentoring.duty.overdue.deep-guidance");
        assertThat(duties("han")).hasSize(1);
        String words = duties("han").get(0).get("arguments").toString();
        assertThat(words).contains(nameOf("li")).doesNotContain(nameOf("wang"));
    }

    private List<Map<String, Object>> duties(String person) {
        return context.getBean(JdbcClient.class)
                .sql(
                        "select code, arguments from notice where person_id = ? and code like 'mentoring.duty.%' order by id")
                .param(person)
                .query()
                .listOfRows();
    }

    private String nameOf(String person) {
        return context.getBean(Employees.class).get(person).name();
    }

    @Test
    void aMentorWhoIsBackEarlyHasTheTasksBackAndTheTimerFindsNothing() {
        absence.nameSubstitute(story.id, "wang", "li", TODAY, TODAY.plusDays(14));
        story.fires("substitutionBegins");
        assertThatThrownBy(() -> substitution.end(story.id, "mei")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> substitution.end(story.id, "hua")).isInstanceOf(Refusal.class);
        substitution.end(story.id, "wang");
        assertThat(mayRead("li")).isFalse();
        assertThat(story.task("giveDeepGuidance", "wang")).isNotNull();
        assertThat(story.told("li")).contains("mentoring.absence.notice.substitutionOver");
        story.does("wang", "giveDeepGuidance", guidance());
        // Somebody else stands in meanwhile, whom the timer of the first leaves alone.
        absence.nameSubstitute(story.id, "han", "hua", TODAY, TODAY.plusDays(3));
        story.fires("substitutionBegins");
        story.engine
                .getManagementService()
                .createJobQuery()
                .activityId("substitutionEnds")
                .orderByJobDuedate()
                .desc()
                .listPage(0, 1)
                .forEach(job -> story.engine.getManagementService().executeJob(job.getId()));
        assertThat(mayRead("hua")).isTrue();
        story.fires("evaluationOpens");
        assertThat(story.task("evaluateAbility", "hua")).isNotNull();
    }

    /** Who is named is told and not asked, and can say no before it begins and while it lasts. */
    @Test
    void aSubstituteWhoCannotSaysSoAndHrIsTold() {
        absence.nameSubstitute(story.id, "wang", "li", TODAY, TODAY.plusDays(14));
        substitution.end(story.id, "li");
        story.fires("substitutionBegins");
        assertThat(story.task("giveDeepGuidance", "wang")).isNotNull();
        story.passDays(1);
        absence.nameSubstitute(story.id, "wang", "hua", TODAY.plusDays(1), TODAY.plusDays(14));
        story.fires("substitutionBegins");
        substitution.end(story.id, "hua");
        assertThat(story.task("giveDeepGuidance", "wang")).isNotNull();
        assertThat(mayRead("hua")).isFalse();
        assertThat(story.told("han"))
                .containsExactly(
                        "mentoring.absence.notice.substituteWithdrew", "mentoring.absence.notice.substituteWithdrew");
    }

    /** Both timers are due at the first instant of the same day; the engine may take either first. */
    @Test
    void oneSubstituteFollowsAnotherWhicheverTimerFiresFirst() {
        absence.nameSubstitute(story.id, "wang", "li", TODAY, TODAY.plusDays(3));
        story.fires("substitutionBegins");
        absence.nameSubstitute(story.id, "wang", "hua", TODAY.plusDays(4), TODAY.plusDays(9));
        story.passDays(4);
        assertThat(story.dueTimers()).contains("substitutionBegins", "substitutionEnds");
        story.fires("substitutionBegins");
        assertThat(story.task("giveDeepGuidance", "hua")).isNotNull();
        assertThat(mayRead("li")).isFalse();
        story.engine
                .getManagementService()
                .createJobQuery()
                .activityId("substitutionEnds")
                .orderByJobDuedate()
                .asc()
                .listPage(0, 1)
                .forEach(job -> story.engine.getManagementService().executeJob(job.getId()));
        assertThat(story.task("giveDeepGuidance", "hua")).isNotNull();
        assertThat(mentorships.get(story.id).actingMentor()).isEqualTo("hua");
    }

    @Test
    void aSubstitutionThatIsToComeIsTakenBackAndNeverBegins() {
        absence.nameSubstitute(story.id, "wang", "li", TODAY.plusDays(5), TODAY.plusDays(14));
        substitution.end(story.id, "han");
        assertThat(story.told("li"))
                .containsExactly(
                        "mentoring.absence.notice.youSubstitute", "mentoring.absence.notice.substitutionTakenBack");
        story.fires("substitutionBegins");
        assertThat(mayRead("li")).isFalse();
        assertThat(story.task("giveDeepGuidance", "wang")).isNotNull();
        story.fires("substitutionEnds");
        assertThat(story.told("li")).hasSize(2);
        assertThatThrownBy(() -> substitution.end(story.id, "wang"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("mentoring.absence.noSubstitute"));
    }

    @Test
    void aStageThatBeginsMeanwhileIsTheSubstitutes() {
        absence.nameSubstitute(story.id, "han", "li", TODAY, TODAY.plusDays(14));
        story.fires("substitutionBegins");
        context.getBean(MentoringProcess.class).requestGraduation(story.id, "mei");
        assertThat(story.task("evaluateGrowth", "li")).isNotNull();
        story.fires("substitutionEnds");
        assertThat(story.task("evaluateGrowth", "wang")).isNotNull();
    }

    @Test
    void withThePairTheSubstitutionEnds() {
        absence.nameSubstitute(story.id, "wang", "li", TODAY, TODAY.plusDays(14));
        story.fires("substitutionBegins");
        context.getBean(MentoringProcess.class).requestRematch(story.id, "mei");
        assertThat(story.text("select count(*) from notice where person_id = 'li'"
                        + " and code = 'mentoring.notice.rematched'"))
                .isEqualTo("1");
        assertThat(story.timer("substitutionEnds")).isNull();
        assertThat(mayRead("li")).isFalse();
        assertThat(story.tasksOf("li")).isEmpty();
    }

    @Test
    void aPauseDoesNotMoveTheDaysOfASubstitution() {
        absence.nameSubstitute(story.id, "wang", "li", TODAY.plusDays(5), TODAY.plusDays(14));
        absence.pause(story.id, "mei", TODAY.plusDays(2), null);
        story.passDays(2);
        absence.resume(story.id, "mei");
        assertThat(story.timer("substitutionBegins").getDuedate()).isEqualTo("2026-03-06T16:00:00Z");
        story.fires("substitutionBegins");
        assertThat(story.timer("substitutionEnds").getDuedate()).isEqualTo("2026-03-16T16:00:00Z");
    }

    @Test
    void whoMayNotOrCannotIsRefused() {
        context.getBean(TestCompany.class)
                .employee("otto")
                .employee("new", "Sales", "Consultant", null, TODAY.minusDays(20))
                .mentor("new", 2, "logical");
        refused("rights.refused.name-substitute", "mei", "li", TODAY, TODAY);
        refused("mentoring.absence.ownSubstitute", "wang", "wang", TODAY, TODAY);
        refused("matching.notAMentor", "wang", "otto", TODAY, TODAY);
        refused("matching.notEligible", "wang", "new", TODAY, TODAY);
        refused("mentoring.absence.daysWrong", "wang", "li", TODAY.minusDays(1), TODAY);
        refused("mentoring.absence.daysWrong", "wang", "li", TODAY.plusDays(2), TODAY);
        absence.nameSubstitute(story.id, "wang", "li", TODAY, TODAY.plusDays(3));
        refused("mentoring.absence.daysTaken", "wang", "li", TODAY.plusDays(3), TODAY.plusDays(9));
        absence.nameSubstitute(story.id, "wang", "li", TODAY.plusDays(4), TODAY.plusDays(9));
    }

    /** Standing in takes no place; on days that do not touch it is no more than one pair at once. */
    @Test
    void aFullMentorStandsInForAtMostTwoPairsAtOnce() {
        TestCompany company = context.getBean(TestCompany.class);
        company.write("update mentor set capacity = 3 where employee_id = 'hua'");
        List<String> others = Stream.of("lan", "otto")
                .map(mentee -> {
                    company.employee(mentee);
                    String id = context.getBean(MentoringProcess.class).start(mentee);
                    story.loop.choose(id, "hua");
                    return id;
                })
                .toList();
        company.write("update mentor set capacity = 0 where employee_id = 'li'");
        absence.nameSubstitute(story.id, "han", "li", TODAY, TODAY.plusDays(4));
        absence.nameSubstitute(story.id, "han", "li", TODAY.plusDays(5), TODAY.plusDays(20));
        absence.nameSubstitute(others.get(0), "han", "li", TODAY.plusDays(2), TODAY.plusDays(6));
        assertThatThrownBy(
                        () -> absence.nameSubstitute(others.get(1), "han", "li", TODAY.plusDays(6), TODAY.plusDays(9)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("matching.notEligible"));
        absence.nameSubstitute(others.get(1), "han", "li", TODAY.plusDays(7), TODAY.plusDays(9));
    }

    private void refused(String code, String person, String substitute, LocalDate from, LocalDate until) {
        assertThatThrownBy(() -> absence.nameSubstitute(story.id, person, substitute, from, until))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private boolean mayRead(String person) {
        return mentorships.get(story.id).isOfThePair(person);
    }

    private static Map<String, Object> guidance() {
        return Map.of(
                "topic", "a", "question", "b", "advice", "c", "minutes", 30, "method", "video", "heldOn", "2026-03-02");
    }
}
