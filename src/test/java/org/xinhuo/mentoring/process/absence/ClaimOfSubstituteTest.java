package org.xinhuo.mentoring.process.absence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinhuo.mentoring.process.AbsenceProcess;
import org.xinhuo.mentoring.process.MentoringProcess;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoTest;

/** li is of HR, too: what li has claimed to judge is no longer li's to judge from the day on which li stands in. */
@XinhuoTest
class ClaimOfSubstituteTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @Autowired
    ApplicationContext context;

    @Autowired
    AbsenceProcess absence;

    AbsenceStory story;
    TaskService tasks;

    @BeforeEach
    void aPairThatHrIsToJudge() {
        story = new AbsenceStory(context).coached();
        tasks = story.engine.getTaskService();
        context.getBean(TestCompany.class).role("li", "hr");
        context.getBean(MentoringProcess.class).requestGraduation(story.id, "mei");
        List<Map<String, Object>> levels = List.of(Map.of("competency", "Speaking", "level", 3));
        story.does("mei", "selfEvaluate", Map.of("levels", levels, "satisfaction", 1));
        story.does("wang", "evaluateGrowth", Map.of("levels", levels, "satisfaction", 4, "nextStep", "continue"));
    }

    @Test
    void theTaskIsTheGroupsAgainAndSomebodyElseTakesIt() {
        claims("li");
        standsIn();
        assertThat(story.loop.task(story.id, "decideNextStep").getAssignee()).isNull();
        assertThat(context.getBean(JdbcClient.class)
                        .sql("select string_agg(subject, ',') from inbox_task where task = 'decideNextStep'")
                        .query(String.class)
                        .single())
                .contains("group:hr")
                .doesNotContain("user:li");
        claims("han");
        story.does("han", "decideNextStep", Map.of("nextStep", "continue"));
        assertThat(story.loop.task(story.id, "decideNextStep")).isNull();
    }

    /** Who fires the timer has no right to give back what li claimed; the product has. */
    @Test
    void itGoesBackAlsoWhereSomebodyOfHrFiresTheTimer() {
        claims("li");
        absence.nameSubstitute(story.id, "wang", "li", TODAY, TODAY.plusDays(14));
        as("han", () -> story.fires("substitutionBegins"));
        assertThat(story.loop.task(story.id, "decideNextStep").getAssignee()).isNull();
        claims("han");
    }

    @Test
    void whatSomebodyElseHasClaimedStaysClaimed() {
        claims("han");
        standsIn();
        assertThat(story.loop.task(story.id, "decideNextStep").getAssignee()).isEqualTo("han");
    }

    private void claims(String person) {
        as(person, () -> tasks.claim(story.loop.task(story.id, "decideNextStep").getId(), person));
    }

    private void as(String person, Runnable what) {
        try {
            story.engine.getIdentityService().setAuthentication(person, List.of("employee", "hr"));
            what.run();
        } finally {
            story.engine.getIdentityService().clearAuthentication();
        }
    }

    private void standsIn() {
        absence.nameSubstitute(story.id, "wang", "li", TODAY, TODAY.plusDays(14));
        story.fires("substitutionBegins");
    }
}
