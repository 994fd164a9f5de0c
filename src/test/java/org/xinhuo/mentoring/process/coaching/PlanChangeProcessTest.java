package org.xinhuo.mentoring.process.coaching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.xinhuo.mentoring.process.stage.StageStory.KEY;
import static org.xinhuo.mentoring.process.stage.StageStory.TODAY;
import static org.xinhuo.mentoring.process.stage.StageStory.goal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.Mentorship;
import org.xinhuo.mentoring.MentorshipFigures;
import org.xinhuo.mentoring.Mentorships;
import org.xinhuo.mentoring.plan.MarkAction;
import org.xinhuo.mentoring.plan.PlanHistory;
import org.xinhuo.mentoring.plan.PlanStanding;
import org.xinhuo.mentoring.process.PlanChangeProcess;
import org.xinhuo.mentoring.process.stage.StageStory;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoTest;

/** Either side has the plan changed while the coaching goes on under it (M7). */
@XinhuoTest
class PlanChangeProcessTest {

    private static final LocalDate END = TODAY.plusMonths(4);
    private static final Map<String, Object> SELLING =
            goal("Selling", 2, "Visit a client", TODAY.plusDays(20).toString());

    @Autowired
    private ApplicationContext context;

    private StageStory story;
    private ProcessInstance coaching;

    @BeforeEach
    void aPairIsInCoaching() {
        story = new StageStory(context).pair();
        story.confirmedPlan(END);
        coaching = story.start("coaching");
    }

    private void asks(String person) {
        story.bean(PlanChangeProcess.class).request(KEY, person, "more time please");
    }

    private void revised(LocalDate end, Object... titlesAndDays) {
        story.does(
                "wang",
                "revisePlan",
                "goals",
                List.of(goal("Speaking", 4, titlesAndDays), SELLING),
                "sessionsPerMonth",
                2,
                "endOn",
                end.toString());
    }

    private void changedTo(LocalDate end) {
        asks("mei");
        revised(end, "Give a talk", TODAY.plusDays(22).toString());
        story.does("mei", "reviewPlan", "version", 2, "agreed", true);
        story.does("wang", "confirmPlan", "version", 2, "confirmed", true);
    }

    private static Date startOf(LocalDate day) {
        return Date.from(day.atStartOfDay(ZoneId.of("Asia/Shanghai")).toInstant());
    }

    @Test
    void theOldPlanHoldsUntilBothHaveConfirmedTheNewOne() {
        asks("mei");
        assertThat(story.formOf("revisePlan").get("request")).isEqualTo("more time please");
        assertThat(story.formOf("revisePlan").get("goals").toString()).contains("Give a talk", "Visit a client");
        assertThat(story.isOpen("stateNeeds")).isFalse();
        PlanStanding asked = story.bean(PlanHistory.class).standing(KEY);
        assertThat(asked.waiting()).isEqualTo(PlanStanding.Waiting.MENTOR_DRAFT);
        assertThat(asked.inForce().version()).isEqualTo(1);

        revised(END.plusMonths(2), "Give a talk", TODAY.plusDays(30).toString());
        assertThat(story.formOf("reviewPlan").get("planChanges").toString())
                .contains("End of the plan: 2026-07-02 → 2026-09-02")
                .contains("moved from 2026-03-12 to 2026-04-01");
        PlanStanding proposed = story.bean(PlanHistory.class).standing(KEY);
        assertThat(proposed.waiting()).isEqualTo(PlanStanding.Waiting.MENTEE);
        assertThat(proposed.inForce().version()).isEqualTo(1);
        assertThat(proposed.proposed().version()).isEqualTo(2);
        assertThat(story.isOpen("giveDeepGuidance")).isTrue();
        assertThat(story.timer("planEnded").getDuedate()).isEqualTo(startOf(END.plusDays(1)));

        story.does("mei", "reviewPlan", "agreed", true);
        story.does("wang", "confirmPlan", "confirmed", true);
        assertThat(story.bean(PlanHistory.class).standing(KEY).inForce().version())
                .isEqualTo(2);
        assertThat(story.bean(Mentorships.class).get(KEY).state()).isEqualTo(Mentorship.State.COACHING);
        assertThat(coaching).isActive().hasPassed("newPlanConfirmed", "followPlan");
        assertThat(story.everythingInVariables()).doesNotContain("more time please");
    }

    @Test
    void whoAskedForAChangeAndWhatForStandsInTheLog() {
        asks("mei");
        assertThat(story.text("select author_id || ': ' || text from log_entry"
                        + " where headline = 'mentoring.log.planChangeAsked'"))
                .isEqualTo("mei: more time please");
    }

    @Test
    void aGoalOfThePlanInForceStaysAllowedThoughTheJobNoLongerNamesIt() {
        story.bean(TestCompany.class).write("delete from job_competency where competency = 'Selling'");
        asks("mei");
        assertThat(story.formOf("revisePlan").get("competencyOptions").toString())
                .contains("Speaking", "Selling");
        revised(END, "Give a talk", TODAY.plusDays(10).toString());
        story.does("mei", "reviewPlan", "agreed", true);
        story.does("wang", "confirmPlan", "confirmed", true);
        assertThat(story.bean(PlanHistory.class).standing(KEY).inForce().version())
                .isEqualTo(2);
    }

    @Test
    void theCoachingAndItsDutiesFollowToALaterEnd() {
        story.does("wang", "giveDeepGuidance", guidance());
        changedTo(END.plusMonths(2));

        assertThat(story.timer("planEnded").getDuedate())
                .isEqualTo(startOf(END.plusMonths(2).plusDays(1)));
        assertThat(story.text("select ends_on::text from coaching_case")).isEqualTo("2026-09-02");
        assertThat(story.count("select count(*) from duty where kind = 'deep-guidance'"))
                .as("one done, one owed")
                .isEqualTo(2);
        assertThat(story.bean(MentorshipFigures.class).input(KEY).hoursPerMonth())
                .isPositive();
    }

    @Test
    void aDutyThatWouldBeDueAfterTheNewEndIsDueOnIt() {
        LocalDate sooner = TODAY.plusDays(40);
        changedTo(sooner);
        assertThat(story.text("select due_on::text from duty where kind = 'ability-evaluation'"))
                .isEqualTo(sooner.toString());
        assertThat(story.timer("evaluationOpens").getDuedate()).isEqualTo(startOf(sooner.plusDays(1 - 14)));
        story.fires("planEnded");
        assertThat(coaching).isEnded();
    }

    @Test
    void aDutyThatWasCutShortHasItsWholePeriodAgainWhereThePlanGetsLonger() {
        changedTo(TODAY.plusDays(40));
        asks("wang");
        story.does("wang", "revisePlan", "goals", List.of(SELLING), "sessionsPerMonth", 1, "endOn", END.toString());
        story.does("mei", "reviewPlan", "agreed", true);
        story.does("wang", "confirmPlan", "confirmed", true);
        assertThat(story.text("select string_agg(due_on::text, ',') from duty where kind = 'ability-evaluation'"))
                .isEqualTo("2026-06-01");
        assertThat(story.timer("evaluationOpens").getDuedate()).isEqualTo(startOf(LocalDate.of(2026, 5, 19)));
    }

    private void wangChangesTheEndTo(LocalDate end) {
        asks("wang");
        story.does("wang", "revisePlan", "goals", List.of(SELLING), "sessionsPerMonth", 1, "endOn", end.toString());
        story.does("mei", "reviewPlan", "agreed", true);
        story.does("wang", "confirmPlan", "confirmed", true);
    }

    @Test
    void aDutyThatMovedIsRemindedOfAndEscalatedAgainButNeverTwiceForTheSameDay() {
        changedTo(TODAY.plusDays(25));
        story.fires("guidanceDueSoon", "guidanceOverdue");
        assertThat(story.told("wang"))
                .containsOnlyOnce("mentoring.duty.dueSoon.deep-guidance", "mentoring.duty.overdue.deep-guidance");
        wangChangesTheEndTo(END);
        assertThat(story.count("select count(*) from duty where kind = 'deep-guidance' and (reminded_at is not null"
                        + " or escalated_at is not null)"))
                .as("nobody was told of the new day yet")
                .isZero();
        story.fires("guidanceDueSoon", "guidanceOverdue");
        assertThat(timesTold("wang", "mentoring.duty.dueSoon.deep-guidance")).isEqualTo(2);
        assertThat(timesTold("wang", "mentoring.duty.overdue.deep-guidance")).isEqualTo(2);
        assertThat(timesTold("han", "mentoring.duty.overdue.deep-guidance")).isEqualTo(2);

        // The plan changes once more, but the month is due on the day that all have heard of.
        wangChangesTheEndTo(END.plusMonths(1));
        story.fires("guidanceDueSoon", "guidanceOverdue");
        assertThat(timesTold("wang", "mentoring.duty.dueSoon.deep-guidance")).isEqualTo(2);
        assertThat(timesTold("han", "mentoring.duty.overdue.deep-guidance")).isEqualTo(2);
    }

    private long timesTold(String person, String code) {
        return story.told(person).stream().filter(code::equals).count();
    }

    @Test
    void aDutyThatMovedNamesTheVersionOfTheTableThatMovedIt() {
        changedTo(TODAY.plusDays(25));
        String now = "select string_agg(distinct decision_version || decision_id, ',') from duty";
        String current = story.text(now);
        story.bean(org.xinhuo.testing.TestCompany.class)
                .write("update duty set decision_version = 0, decision_id = 'an older one'");
        wangChangesTheEndTo(END);
        assertThat(story.text(now)).isEqualTo(current);
    }

    @Test
    void dutiesThatWereOverBeginAgainWhereThePlanGetsLonger() {
        changedTo(TODAY.plusDays(25));
        story.does("wang", "giveDeepGuidance", guidance());
        assertThat(story.isOpen("giveDeepGuidance")).isFalse();
        assertThat(story.text("select string_agg(state, ',') from plan")).isEqualTo("CONFIRMED,CONFIRMED");

        asks("wang");
        story.does("wang", "revisePlan", "goals", List.of(SELLING), "sessionsPerMonth", 1, "endOn", END.toString());
        story.does("mei", "reviewPlan", "agreed", true);
        story.does("wang", "confirmPlan", "confirmed", true);
        assertThat(coaching).isActive();
        assertThat(story.timer("guidanceOpens")).isNotNull();
    }

    @Test
    void whatIsDoneStaysDoneForTheSameActionAndGrowthCountsFromTheFirstPlan() {
        long talk = story.count("select id from plan_action where title = 'Give a talk'");
        story.bean(MarkAction.class).mark(KEY, talk, "mei", true);
        story.inTransaction(() -> story.bean(org.xinhuo.people.Competencies.class)
                .assess("mei", "Speaking", new BigDecimal("3"), TODAY, "mentor"));
        changedTo(END.plusMonths(1));

        assertThat(story.text("select string_agg(a.title || coalesce(a.done_on::text, '-'), ',' order by a.title)"
                        + " from plan_action a join plan_goal g on g.id = a.goal_id"
                        + " join plan_version v on v.id = g.plan_version_id where v.version = 2"))
                .isEqualTo("Give a talk2026-03-02,Visit a client-");
        assertThat(story.text("select l.level::text from plan_level l join plan p on p.id = l.plan_id"
                        + " where p.round = 2 and l.competency = 'Speaking'"))
                .isEqualTo("2.00");
    }

    @Test
    void whatStaysAsItWasMayLieInThePast() {
        story.itIs(TODAY.plusDays(15));
        asks("wang");
        revised(END, "Give a talk", TODAY.plusDays(10).toString());
        assertThat(story.isOpen("reviewPlan")).isTrue();

        story.does("mei", "reviewPlan", "agreed", false, "changeRequest", "no");
        assertThatThrownBy(() -> revised(END, "Give a talk", TODAY.plusDays(11).toString()))
                .hasStackTraceContaining("mentoring.plan.actionOutsidePlan");
    }

    @Test
    void withoutAgreementHrEndsTheChangeAndTheOldPlanStands() {
        asks("wang");
        for (int version = 2; version <= 4; version++) {
            revised(
                    END.plusMonths(1),
                    "Give a talk",
                    TODAY.plusDays(10 + version).toString());
            story.does("mei", "reviewPlan", "agreed", false, "changeRequest", "no");
        }
        story.does("han", "mediatePlan", "outcome", "stop");

        PlanStanding standing = story.bean(PlanHistory.class).standing(KEY);
        assertThat(standing.inForce().version()).isEqualTo(1);
        assertThat(standing.isNegotiated()).isFalse();
        assertThat(story.bean(MentorshipFigures.class).plan(KEY).version()).isEqualTo(1);
        assertThat(coaching).isActive().hasPassed("planKept").hasNotPassed("followPlan");
        assertThat(story.isOpen("giveDeepGuidance")).isTrue();
        asks("mei");
        assertThat(story.isOpen("revisePlan")).isTrue();
    }

    @Test
    void aPlanThatEndsTakesItsUnfinishedChangeWithIt() {
        asks("mei");
        story.fires("planEnded");
        assertThat(coaching).isEnded();
        assertThat(story.isOpen("revisePlan")).isFalse();
        assertThat(story.text("select string_agg(state, ',' order by round) from plan"))
                .isEqualTo("CONFIRMED,STOPPED");
    }

    @Test
    void aCoachingThatIsCutShortTakesItsUnfinishedChangeWithIt() {
        asks("mei");
        story.engine.getRuntimeService().deleteProcessInstance(coaching.getId(), "the pair parts");
        assertThat(story.isOpen("revisePlan")).isFalse();
        assertThat(story.text("select string_agg(state, ',' order by round) from plan"))
                .isEqualTo("CONFIRMED,STOPPED");
    }

    @Test
    void onlyThePairAsksAndOnlyOnceAtATime() {
        assertThatThrownBy(() -> asks("otto"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("rights.refused.request-plan-change");
        assertThatThrownBy(() -> asks("han")).isInstanceOf(Refusal.class);
        asks("wang");
        assertThatThrownBy(() -> asks("mei"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("mentoring.plan.changeUnderWay");
        assertThat(story.count("select count(*) from plan")).isEqualTo(2);
    }

    private static Object[] guidance() {
        return new Object[] {
            "topic", "t", "question", "q", "advice", "a", "minutes", 30, "method", "video", "heldOn", TODAY.toString()
        };
    }
}
