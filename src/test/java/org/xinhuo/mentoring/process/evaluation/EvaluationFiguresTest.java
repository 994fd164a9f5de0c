package org.xinhuo.mentoring.process.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.xinhuo.mentoring.process.stage.StageStory.KEY;
import static org.xinhuo.mentoring.process.stage.StageStory.TODAY;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.MentorshipFigures;
import org.xinhuo.mentoring.plan.MarkAction;
import org.xinhuo.testing.TestCompany;

/** What is measured at the end of a coaching, and who reads it. */
class EvaluationFiguresTest extends EvaluationStory {

    @Test
    void theEvaluationStandsInTheLogWithoutTheMenteesWords() {
        menteeSays(5);
        mentorSays(3, "continue");
        // Speaking 2 to 3, Selling 1 to 2: 2 of 3 better, 2 of the 3 that were missing.
        assertThat(story.text("select headline || ' ' || arguments from log_entry where kind = 'EVALUATION'"))
                .isEqualTo("mentoring.log.growth [\"Selling 1 → 2 · Speaking 2 → 3\",\"67%\",\"67%\",\"–\"]");
        assertThat(story.text("select string_agg(headline || arguments || text, ' ') from log_entry"))
                .contains("mentoring.log.conclusion.continue")
                .doesNotContain("my own words");
    }

    @Test
    void bothAreToldThatTheMentoringGoesOn() {
        menteeSays(5);
        mentorSays(3, "continue");
        assertThat(story.told("mei")).containsOnlyOnce("mentoring.notice.continues");
        assertThat(story.told("wang")).containsOnlyOnce("mentoring.notice.continues");
    }

    @Test
    void theLogSaysWhereACompetencyBeganThatIsNotInThePlan() {
        story.bean(TestCompany.class)
                .jobAsksFor("Consultant", "Writing", "3", "1")
                .jobAsksFor("Consultant", "Drawing", "3", "1")
                .assessed("mei", "Writing", "1.5", TODAY);
        menteeSays(5);
        story.does(
                "wang",
                "evaluateGrowth",
                "levels",
                List.of(
                        Map.of("competency", "Drawing", "level", 1),
                        Map.of("competency", "Speaking", "level", 3),
                        Map.of("competency", "Writing", "level", 2)),
                "satisfaction",
                4,
                "nextStep",
                "continue");
        assertThat(story.text("select arguments from log_entry where headline = 'mentoring.log.growth'"))
                .startsWith("[\"Drawing – → 1 · Speaking 2 → 3 · Writing 1.5 → 2\"");
    }

    @Test
    void theFiguresFollowTheFormulas() {
        menteeSays(5);
        mentorSays(3, "continue");
        MentorshipFigures figures = story.bean(MentorshipFigures.class);
        // before Speaking 2, Selling 1; after 3, 2; targets 4, 2
        assertThat(figures.output(KEY, Instant.EPOCH).improvementRate()).isEqualByComparingTo("0.666667");
        assertThat(figures.output(KEY, Instant.EPOCH).gapClosed()).isEqualByComparingTo("0.666667");
        assertThat(figures.output(KEY, Instant.EPOCH).satisfaction()).isEqualByComparingTo("5");
        assertThat(figures.input(KEY).hoursPerMonth()).isEqualByComparingTo("1.5");
        assertThat(figures.input(KEY).contactsPerWeek()).isEqualByComparingTo("1");
        assertThat(figures.plan(KEY).confirmedByMentee() && figures.plan(KEY).confirmedByMentor())
                .isTrue();
        assertThat(story.endVariable(instance, "nextStep")).isEqualTo("continue");
    }

    @Test
    void actionsDoneOnTimeMakeTheExecutionRate() {
        MentorshipFigures figures = story.bean(MentorshipFigures.class);
        MarkAction mark = story.bean(MarkAction.class);
        long talk = story.count("select id from plan_action where title = 'Give a talk'");
        long visit = story.count("select id from plan_action where title = 'Visit a client'");
        assertThat(figures.executionRate(KEY)).isNull();
        mark.mark(KEY, talk, "mei", true);
        story.itIs(TODAY.plusDays(10));
        assertThat(figures.executionRate(KEY)).isEqualByComparingTo(BigDecimal.ONE);
        story.itIs(TODAY.plusDays(21));
        mark.mark(KEY, visit, "mei", true);
        assertThat(figures.executionRate(KEY)).isEqualByComparingTo("0.5");
        mark.mark(KEY, talk, "mei", false);
        assertThat(figures.executionRate(KEY)).isEqualByComparingTo("0");
        assertThatThrownBy(() -> mark.mark(KEY, talk, "wang", true))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.FORBIDDEN));
        assertThatThrownBy(() -> mark.mark(KEY, -1, "mei", true)).isInstanceOf(Refusal.class);
    }

    @Test
    void hrReadsAllFiguresInPercent() {
        story.bean(TestCompany.class)
                // Deals were 3 of 5 in February.
                .metric("mei", "2026-03", "Deals", "5", "5", "higher", "Selling");
        mentorSays(3, "continue");
        menteeSays(1);
        assertThat(story.formOf("decideNextStep").get("figures").toString())
                .contains("\"gapClosed\":\"67%\"", "\"improvementRate\":\"67%\"", "\"workMetricChange\":\"40%\"");
        story.does("han", "decideNextStep", "nextStep", "rematch");
        assertThat(story.text("select arguments from log_entry where headline = 'mentoring.log.growth'"))
                .endsWith("\"40%\"]");
    }

    @Test
    void aGraduationThatTheFiguresDoNotBearGoesToHr() {
        menteeSays(4);
        mentorSays(1, "graduate");
        assertThat(instance).isWaitingAt("decideNextStep");
    }
}
