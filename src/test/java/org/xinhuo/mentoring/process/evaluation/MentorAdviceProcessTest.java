package org.xinhuo.mentoring.process.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinhuo.mentoring.process.stage.StageStory.KEY;
import static org.xinhuo.mentoring.process.stage.StageStory.TODAY;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.xinhuo.mentoring.MentorshipFigures;
import org.xinhuo.mentoring.MoveMentorship;
import org.xinhuo.mentoring.coaching.RecommendResource;
import org.xinhuo.mentoring.evaluation.AdviceGiven;
import org.xinhuo.mentoring.evaluation.MentorAdvice;
import org.xinhuo.mentoring.process.stage.StageStory;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoTest;

/** What a mentor is advised at an evaluation, and what the next one says about it. */
@XinhuoTest
class MentorAdviceProcessTest {

    @Autowired
    private ApplicationContext context;

    private StageStory story;

    @BeforeEach
    void aPair() {
        story = new StageStory(context).pair();
    }

    private void coaches(int minutes, String advice) {
        story.confirmedPlan(TODAY.plusMonths(2));
        story.start("coaching");
        story.does(
                "wang",
                "giveDeepGuidance",
                "topic",
                "t",
                "question",
                "q",
                "advice",
                advice,
                "minutes",
                minutes,
                "method",
                "video",
                "heldOn",
                TODAY.toString());
    }

    private void evaluates(Object speaking, Object selling) {
        story.fires("planEnded");
        story.start("evaluation");
        List<Map<String, Object>> levels = List.of(
                Map.of("competency", "Speaking", "level", speaking), Map.of("competency", "Selling", "level", selling));
        story.does("mei", "selfEvaluate", "levels", levels, "satisfaction", 5);
        story.does("wang", "evaluateGrowth", "levels", levels, "satisfaction", 4, "nextStep", "continue");
    }

    private List<MentorAdvice> advice() {
        return context.getBean(AdviceGiven.class).of(KEY);
    }

    @Test
    void theMentorIsToldAndTheVersionOfTheTableIsKept() {
        coaches(30, "try harder");
        evaluates(2, 1);
        assertThat(advice())
                .extracting(MentorAdvice::code)
                .containsExactly("more-time", "share-resource", "concrete-steps", "change-method");
        MentorAdvice method = advice().get(3);
        // Neither moved; Speaking has more to go (2 of 4, Selling 1 of 2).
        assertThat(method.competency()).isEqualTo("Speaking");
        assertThat(method.before()).isEqualByComparingTo("2");
        assertThat(method.decision().key()).isEqualTo("coaching-advice");
        assertThat(method.decision().version()).isPositive();
        assertThat(method.helped()).isEqualTo("too early");
        assertThat(method.text(Locale.ENGLISH)).contains("another method");
        // Wang reads Chinese.
        assertThat(story.text("select arguments from notice where code = 'coaching.notice.advice'"))
                .contains("1. 每月的深度辅导不到一小时")
                .as("a general advice lacks all but the competency, and Speaking is named as the slowest")
                .endsWith(",1,1,1,1,1,1,\"Speaking\"]");
        assertThat(story.text("select gap_closed || ' ' || slowest_gap_closed from evaluation_input"))
                .isEqualTo("0.000000 0.000000");
        assertThat(story.told("wang")).contains("coaching.notice.advice");
        assertThat(story.told("mei")).doesNotContain("coaching.notice.advice");
        assertThat(story.text(
                        "select round(specificity) || ' ' || with_step || ' ' || resources from evaluation_input"))
                .isEqualTo("0 0.000000 0");
        assertThat(story.everythingInVariables()).doesNotContain("more-time", "每月的深度辅导");
    }

    /** Her owner wrote it before the gap was asked about, and did not deploy it anew since. */
    @Test
    void aTableOfBeforeThatItsOwnerHasChangedStillAdvises() {
        Deployment before = story.engine
                .getRepositoryService()
                .createDeployment()
                .addString("coaching-advice.dmn", """
                        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="n"
                            xmlns:camunda="http://camunda.org/schema/1.0/dmn">
                          <decision id="coaching-advice" name="advice" camunda:historyTimeToLive="P1D">
                            <decisionTable id="t" hitPolicy="RULE ORDER">
                              <input id="i"><inputExpression id="e" typeRef="double"><text>hoursPerMonth</text>
                              </inputExpression></input>
                              <output id="o1" name="code" typeRef="string"/>
                              <output id="o2" name="target" typeRef="string"/>
                              <output id="o3" name="text" typeRef="string"/>
                              <output id="o4" name="textEn" typeRef="string"/>
                              <rule id="r"><inputEntry id="r1"><text>&lt; 5</text></inputEntry>
                                <outputEntry id="r2"><text>"own-code"</text></outputEntry>
                                <outputEntry id="r3"><text>"hours"</text></outputEntry>
                                <outputEntry id="r4"><text>"多"</text></outputEntry>
                                <outputEntry id="r5"><text>"more"</text></outputEntry></rule>
                            </decisionTable>
                          </decision>
                        </definitions>
                        """)
                .deploy();
        try {
            coaches(30, "try harder");
            evaluates(3, 1);
            assertThat(advice()).extracting(MentorAdvice::code).containsExactly("own-code");
        } finally {
            story.engine.getRepositoryService().deleteDeployment(before.getId(), true);
        }
    }

    @Test
    void theNextEvaluationSaysWhatHelped() {
        coaches(30, "try harder");
        evaluates(2, 1);
        context.getBean(MoveMentorship.class).toPlanning(KEY);
        coaches(90, "Speaking: rehearse the opening twice before Friday");
        context.getBean(RecommendResource.class)
                .recommend(KEY, "wang", "A book", "https://example.org/book", null, "it is short", null);
        evaluates(2, 2);

        assertThat(advice().stream()
                        .filter(advice -> !"too early".equals(advice.helped()))
                        .map(advice -> advice.code() + " " + advice.helped() + " "
                                + advice.after().stripTrailingZeros().toPlainString()))
                .containsExactly(
                        "more-time yes 1.5", "share-resource yes 1", "concrete-steps yes 4", "change-method no 2");
        assertThat(story.text("select arguments from notice where code = 'coaching.notice.helped'"))
                .isEqualTo("[\"员工mei\",4,3]");
        // Selling has come half of its way, Speaking has stood still: no praise yet.
        assertThat(advice().get(0).code()).isEqualTo("focus-on-one");
        assertThat(advice().get(0).competency()).isEqualTo("Speaking");
    }

    @Test
    void whatWasSharedUnderTheFirstPlanIsNotSharedAgainUnderTheSecond() {
        coaches(90, "try harder");
        context.getBean(TestCompany.class)
                .write("insert into resource (id, owner_id, title, audience, mentorship_id, newest_version, created_at,"
                        + " version) values ('r1', 'wang', 't', 'MENTORSHIP', '" + KEY + "', 1,"
                        + " timestamptz '2026-03-02T03:00:00Z', 0)");
        MentorshipFigures figures = context.getBean(MentorshipFigures.class);
        assertThat(figures.input(KEY).resources()).isEqualTo(1);
        evaluates(2, 1);
        assertThat(figures.input(KEY).resources()).isEqualTo(1);
        context.getBean(MoveMentorship.class).toPlanning(KEY);
        coaches(90, "try harder");
        assertThat(figures.input(KEY).resources()).isZero();
    }

    @Test
    void aRecommendedResourceOfTheCompanyLibraryCountsAndOneOfThePairCountsOnce() {
        coaches(90, "try harder");
        resource("r1", "'MENTORSHIP', '" + KEY + "'");
        resource("r2", "'COMPANY', null");
        MentorshipFigures figures = context.getBean(MentorshipFigures.class);
        assertThat(figures.input(KEY).resources()).isEqualTo(1);
        for (String resource : List.of("r1", "r2", "r2")) {
            context.getBean(TestCompany.class)
                    .write("insert into resource_recommendation (coaching_id, title, resource_id, reason, given_by,"
                            + " given_at) select id, 't', '" + resource + "', 'r', 'wang', now() from coaching_case");
        }
        assertThat(figures.input(KEY).resources()).isEqualTo(2);
    }

    private void resource(String id, String audienceAndMentorship) {
        context.getBean(TestCompany.class)
                .write("insert into resource (id, owner_id, title, audience, mentorship_id, newest_version, created_at,"
                        + " version) values ('" + id + "', 'wang', 't', " + audienceAndMentorship + ", 1,"
                        + " timestamptz '2026-03-02T03:00:00Z', 0)");
    }

    @Test
    void theMentorSeesEarlierAdviceBesideTheFigureOfToday() {
        coaches(30, "try harder");
        evaluates(2, 1);
        context.getBean(MoveMentorship.class).toPlanning(KEY);
        coaches(90, "try harder");
        story.fires("planEnded");
        story.start("evaluation");
        assertThat(story.formOf("evaluateGrowth").get("pastAdvice").toString())
                .contains("Less than an hour", "\"before\":\"0.5\"", "\"now\":\"1.5\"")
                .contains("\"competency\":\"Speaking\"");
    }

    @Test
    void theWorkMetricsOfThePlanAreComparedAndStandStillAfterwards() {
        context.getBean(TestCompany.class)
                .metric("mei", "2026-03", "Deals", "4", "5", "higher", "Selling")
                .metric("mei", "2026-02", "Steps", "1", "5", "higher", null)
                .metric("mei", "2026-03", "Steps", "5", "5", "higher", null);
        coaches(60, "a");
        MentorshipFigures figures = context.getBean(MentorshipFigures.class);
        // Deals went from 3 to 4 of 5; steps stand for no competency.
        assertThat(figures.output(KEY, Instant.EPOCH).workMetricChange()).isEqualByComparingTo("0.2");
        evaluates(3, 2);
        context.getBean(TestCompany.class).write("update work_metric set value = 5 where period = '2026-03'");
        assertThat(figures.output(KEY, Instant.EPOCH).workMetricChange()).isEqualByComparingTo("0.2");
        assertThat(story.text("select work_metric_change from evaluation")).isEqualTo("0.200000");
    }
}
