package org.xinhuo.mentoring.process.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.xinhuo.mentoring.process.stage.StageStory.KEY;

import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinhuo.mentoring.MentorshipFigures;
import org.xinhuo.testing.TestCompany;

/** What neither of the two learns of the other one, also not by working in HR. */
class EvaluationSecrecyTest extends EvaluationStory {

    @ParameterizedTest
    @ValueSource(strings = {"mei", "wang"})
    void nobodyOfHrDecidesTheOwnNextStep(String person) {
        mentorSays(3, "continue");
        menteeSays(1);
        story.bean(TestCompany.class).role(person, "hr");
        assertThatThrownBy(() -> story.doesAsHr(person, "decideNextStep", "nextStep", "graduate"))
                .isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> story.asHr(
                        person,
                        () -> story.engine
                                .getTaskService()
                                .claim(story.task("decideNextStep").getId(), person)))
                .isInstanceOf(AuthorizationException.class);
        assertThat(instance).isWaitingAt("decideNextStep");
        assertThat(story.task("decideNextStep").getAssignee()).isNull();
    }

    @Test
    void aMentorWhoIsAlsoHrReadsNothingOfTheSelfEvaluation() {
        mentorSays(3, "continue");
        menteeSays(1);
        story.bean(TestCompany.class).role("wang", "hr");
        assertThatThrownBy(() -> story.asHr("wang", () -> story.formOf("decideNextStep")))
                .hasStackTraceContaining("rights.refused.read-self-evaluation");
        story.asHr(
                "han",
                () -> assertThat(story.formOf("decideNextStep").get("marks").toString())
                        .contains("my own words"));
    }

    @Test
    void theMentorNeitherSeesNorTouchesTheSelfEvaluation() {
        assertThatThrownBy(() -> story.does("wang", "selfEvaluate", "levels", levels(1, 1), "satisfaction", 5))
                .isInstanceOf(AuthorizationException.class);
        menteeSays(2);
        assertThat(story.formOf("evaluateGrowth").toString())
                .doesNotContain("my own words")
                .doesNotContain("satisfaction");
        assertThat(story.bean(MentorshipFigures.class)
                        .output(KEY, Instant.EPOCH)
                        .satisfaction())
                .isNull();
        assertThat(story.everythingInVariables()).doesNotContain("menteeRecommendation");
    }

    /** HR reads every variable by process, and somebody of HR may be this mentee's mentor. */
    @Test
    void whatTheTwoRecommendIsInNoVariableAndNoHistory() {
        menteeSays(1);
        mentorSays(4, "graduate");
        assertThat(instance).isWaitingAt("decideNextStep");
        assertThat(story.everythingInVariables())
                .contains("gapClosed")
                .doesNotContain("menteeRecommendation", "mentorRecommendation");
        assertThat(story.text(
                        "select string_agg(given.text_, ' ' order by given.clause_name_) from act_hi_decinst decided"
                                + " join act_hi_dec_in given on given.dec_inst_id_ = decided.id_ and given.text_ is not null"
                                + " where decided.dec_def_key_ = 'next-step'"))
                .contains("rematch", "graduate");
    }

    @Test
    void whatEarlierVersionsKeptOfItIsForgottenAtTheNextStart() {
        menteeSays(1);
        mentorSays(4, "graduate");
        for (String kept : List.of("menteeRecommendation", "mentorRecommendation")) {
            story.engine.getRuntimeService().setVariable(instance.getId(), kept, "rematch");
        }
        assertThat(story.everythingInVariables()).contains("menteeRecommendation", "mentorRecommendation");

        story.bean(ForgetRecommendations.class).afterSingletonsInstantiated();

        assertThat(story.everythingInVariables()).doesNotContain("menteeRecommendation", "mentorRecommendation");
        assertThat(story.formOf("decideNextStep")).containsKey("marks");
        story.doesAsHr("han", "decideNextStep", "nextStep", "continue");
        assertThat(instance).isEnded();
    }
}
