package org.xinhuo.mentoring.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoTest;

/**
 * A process owner deploys tables that the engine itself cannot evaluate: a quotation mark is missing, a word stands
 * where a number must. Nobody's mentorship waits for the table to be mended.
 */
@XinhuoTest
class UnreadableTablesTest {

    @Autowired
    ProcessEngine engine;

    @Autowired
    TestCompany company;

    @Autowired
    CompanyTime time;

    @Autowired
    MentoringProcess mentoring;

    private final List<String> deployments = new ArrayList<>();

    private LoopStory story;

    @BeforeEach
    void people() {
        story = new LoopStory(engine, time).people(company);
    }

    private void slip(String key, String said, String slip) throws IOException {
        String shipped = Files.readString(Path.of("dmn", key + ".dmn"));
        String table = Pattern.compile(said, Pattern.DOTALL).matcher(shipped).replaceAll(slip);
        assertThat(table).isNotEqualTo(shipped);
        deployments.add(engine.getRepositoryService()
                .createDeployment()
                .addString(key + ".dmn", table)
                .deploy()
                .getId());
    }

    @AfterEach
    void remove() {
        deployments.forEach(deployment -> engine.getRepositoryService().deleteDeployment(deployment, true));
    }

    @Test
    void hrDecidesTheNextStepWhereTheTableCannot() throws IOException {
        String id = mentoring.start("mei");
        story.choose(id, "wang");
        story.plan(id);
        slip("next-step", "(<outputEntry[^>]*>\\s*)<text>\"ask HR\"</text>", "$1<text>\"ask HR</text>");
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
        slip("silence-rule", "<text>\"P30D\"</text>", "<text>\"P30D</text>");
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
        slip("duty-cadence", "<text>\"P1M\"</text>", "<text>\"P1M</text>");
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
        slip("match-weights", "<text>0.5</text>", "<text>\"0,5\"</text>");

        assertThat(story.task(mentoring.start("mei"), "chooseMentor")).isNotNull();
    }

    /** Nobody is let in by accident: HR is asked. */
    @Test
    void hrAssignsWhereNobodyIsKnownToBeEligible() throws IOException {
        slip("mentor-eligibility", "<text>true</text>", "<text>\"yes\"</text>");

        assertThatCode(() -> mentoring.start("mei")).doesNotThrowAnyException();
    }

    @Test
    void aPlanIsMadeThoughItsLimitIsAWord() throws IOException {
        String id = mentoring.start("mei");
        story.choose(id, "wang");
        slip("plan-limits", "<text>24</text>", "<text>\"24 months\"</text>");

        story.plan(id);

        assertThat(story.task(id, "confirmPlanAsMentee")).isNull();
    }
}
