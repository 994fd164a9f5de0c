package org.xinhuo.mentoring.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.testing.OwnersTables;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoTest;

/**
 * A process owner deploys tables that the engine itself cannot evaluate: a quotation mark is missing, a word stands
 * where a number must. Nobody's mentorship waits for the table to be mended.
 */
@XinhuoTest
class UnreadableTablesTest {

    @RegisterExtension
    final OwnersTables owner = new OwnersTables();

    @Autowired
    ProcessEngine engine;

    @Autowired
    TestCompany company;

    @Autowired
    CompanyTime time;

    @Autowired
    MentoringProcess mentoring;

    private LoopStory story;

    @BeforeEach
    void people() {
        story = new LoopStory(engine, time).people(company);
    }

    @Test
    void hrDecidesTheNextStepWhereTheTableCannot() throws IOException {
        String id = mentoring.start("mei");
        story.choose(id, "wang");
        story.plan(id);
        owner.slip("next-step", "(<outputEntry[^>]*>\\s*)<text>\"ask HR\"</text>", "$1<text>\"ask HR</text>");
        engine.getRuntimeService()
                .createMessageCorrelation("mentoring.graduationRequested")
                .processInstanceBusinessKey(id)
                .correlate();

        List<Map<String, Object>> levels = List.of(Map.of("competency", "Speaking", "level", 3));
        story.complete(id, "selfEvaluate", "levels", levels, "satisfaction", 5);
        story.complete(id, "evaluateGrowth", "levels", levels, "satisfaction", 4, "nextStep", "continue");

        assertThat(story.task(id, "decideNextStep")).isNotNull();
    }

    @Test
    void aSilenceIsNoticedThoughItsRuleCannotBeRead() throws IOException {
        String id = mentoring.start("mei");
        story.choose(id, "wang");
        owner.slip("silence-rule", "<text>\"P30D\"</text>", "<text>\"P30D</text>");
        Job job = engine.getManagementService()
                .createJobQuery()
                .timers()
                .activityId("silenceDue")
                .singleResult();

        engine.getManagementService().executeJob(job.getId());

        assertThat(engine.getManagementService()
                        .createJobQuery()
                        .jobId(job.getId())
                        .count())
                .isZero();
    }

    @Test
    void coachingBeginsThoughItsCadenceCannotBeRead() throws IOException {
        owner.slip("duty-cadence", "<text>\"P1M\"</text>", "<text>\"P1M</text>");
        String id = mentoring.start("mei");
        story.choose(id, "wang");

        story.plan(id);

        assertThat(engine.getManagementService()
                        .createJobQuery()
                        .timers()
                        .processDefinitionKey("coaching")
                        .count())
                .isPositive();
    }

    @Test
    void aMentorIsFoundThoughAWeightIsNoNumber() throws IOException {
        owner.slip("match-weights", "<text>0.5</text>", "<text>\"0,5\"</text>");

        assertThat(story.task(mentoring.start("mei"), "chooseMentor")).isNotNull();
    }

    /** Nobody is let in by accident: HR is asked. */
    @Test
    void hrAssignsWhereNobodyIsKnownToBeEligible() throws IOException {
        owner.slip("mentor-eligibility", "<text>true</text>", "<text>\"yes\"</text>");

        assertThatCode(() -> mentoring.start("mei")).doesNotThrowAnyException();
    }

    @Test
    void aPlanIsMadeThoughItsLimitIsAWord() throws IOException {
        String id = mentoring.start("mei");
        story.choose(id, "wang");
        owner.slip("plan-limits", "<text>24</text>", "<text>\"24 months\"</text>");

        story.plan(id);

        assertThat(story.task(id, "confirmPlanAsMentee")).isNull();
    }
}
