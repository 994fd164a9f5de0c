package org.xinhuo.mentoring.process.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.xinhuo.mentoring.process.stage.StageStory.KEY;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.Mentorship;
import org.xinhuo.mentoring.MentorshipFigures;
import org.xinhuo.mentoring.Mentorships;
import org.xinhuo.mentoring.process.EvaluationProcess;
import org.xinhuo.mentoring.process.stage.StageStory;
import org.xinhuo.testing.PassedNodes;
import org.xinhuo.testing.TestCompany;

/** Both say how it went, the table or HR says how it goes on, and an answer may be waived. */
class EvaluationProcessTest extends EvaluationStory {

    @RegisterExtension
    static final PassedNodes nodes = new PassedNodes("evaluation");

    @Test
    void bothAgreeAndTheTableGraduates() {
        assertThat(instance).isWaitingAt("selfEvaluate", "evaluateGrowth");
        assertThat(story.bean(Mentorships.class).get(KEY).state()).isEqualTo(Mentorship.State.EVALUATING);
        menteeSays(5);
        mentorSays(4, "graduate");

        assertThat(instance).isEnded().hasPassed("recordNextStep", "evaluated").hasNotPassed("decideNextStep");
        assertThat(story.endVariable(instance, "nextStep")).isEqualTo("graduate");
        assertThat(story.text("select decision_key || ' ' || (decision_version >= 1) || ' ' || decision_answer || ' '"
                        + " || next_step || ' ' || coalesce(decided_by, '-') from evaluation"))
                .isEqualTo("next-step true graduate graduate -");
        assertThat(story.count("select mark from mentor_mark where mentor_id = 'wang'"))
                .isEqualTo(5);
        assertThat(story.count("select count(*) from assessment where source = 'mentor'"))
                .isEqualTo(2);
        assertThat(story.count("select count(*) from assessment where source = 'self'"))
                .isZero();
        assertThat(story.everythingInVariables()).doesNotContain("my own words", "satisfaction", "comment");
    }

    @Test
    void whereTheTwoDisagreeHrSeesBothViewsAndDecides() {
        mentorSays(3, "continue");
        menteeSays(1);
        assertThat(instance).isWaitingAt("decideNextStep");
        story.fires("decideNextStepLate", "decideNextStepVeryLate");
        assertThat(story.formOf("decideNextStep").get("marks").toString())
                .contains("my own words", "\"satisfaction\":\"1\"", "\"satisfaction\":\"4\"");
        assertThat(story.formOf("decideNextStep").get("views").toString()).contains("\"self\":\"5\"");
        story.does("han", "decideNextStep", "nextStep", "rematch");

        assertThat(instance).isEnded().hasPassed("decideNextStep", "recordNextStep");
        assertThat(story.endVariable(instance, "nextStep")).isEqualTo("rematch");
        assertThat(story.text("select decision_answer || ' ' || next_step || ' ' || decided_by from evaluation"))
                .isEqualTo("ask HR rematch han");
        assertThat(story.told("han")).contains("mentoring.late.decideNextStep", "mentoring.veryLate.decideNextStep");
    }

    private void waives(String person, String answer, String reason) {
        story.bean(EvaluationProcess.class).waive(KEY, person, answer, reason);
    }

    @Test
    void aMenteeWhoNeverAnswersIsWaivedAndHrDecidesAlthoughTheMentorWantsAChange() {
        mentorSays(3, "rematch");
        waives("han", "self", " on long sick leave ");
        assertThat(instance).isWaitingAt("decideNextStep").hasPassed("goOnWithoutSelfEvaluate");
        assertThat(story.text("select answer || ' ' || reason || ' ' || waived_by from evaluation_waiver"))
                .isEqualTo("self on long sick leave han");
        assertThat(story.text("select coalesce(mentee_recommendation, '-') || ' ' || coalesce(wish_id, '-') || ' '"
                        + " || decision_answer from evaluation"))
                .isEqualTo("- - ask HR");
        assertThat(story.formOf("decideNextStep").get("marks").toString()).contains("waived");
        story.does("han", "decideNextStep", "nextStep", "continue");
        assertThat(instance).isEnded();
        assertThat(story.told("mei")).contains("coaching.notice.waived");
        assertThat(story.told("wang")).contains("coaching.notice.waived");
        assertThat(story.count("select count(*) from mentor_mark")).isZero();
        assertThat(story.bean(MentorshipFigures.class)
                        .output(KEY, Instant.EPOCH)
                        .satisfaction())
                .isNull();
        assertThat(story.everythingInVariables()).doesNotContain("sick");
        assertThat(story.text("select string_agg(headline || arguments || text, ' ') from log_entry"))
                .contains("mentoring.log.waived")
                .doesNotContain("sick");
    }

    @Test
    void aMentorWhoNeverAnswersIsWaivedAndTheMenteesMarkStaysOne() {
        waives("han", "growth", "has resigned");
        assertThat(instance).isWaitingAt("selfEvaluate").hasPassed("goOnWithoutEvaluateGrowth");
        menteeSays(5);
        assertThat(instance).isWaitingAt("decideNextStep");
        assertThat(story.bean(MentorshipFigures.class)
                        .output(KEY, Instant.EPOCH)
                        .satisfaction())
                .isEqualByComparingTo("5");
        story.does("han", "decideNextStep", "nextStep", "graduate");
        assertThat(instance).isEnded();
        assertThat(story.text("select headline || ' ' || arguments from log_entry where kind = 'EVALUATION'"
                        + " and headline = 'mentoring.log.growth'"))
                .isEqualTo("mentoring.log.growth [\"–\",\"0%\",\"0%\",\"–\"]");
    }

    @Test
    void whereNobodyAnswersHrDecidesAlone() {
        waives("han", "growth", "has resigned");
        waives("han", "self", "long ill");
        assertThat(instance).isWaitingAt("decideNextStep");
    }

    @Test
    void anAnswerIsWaivedWithAReasonAndOnlyByHrAndWhileItIsMissing() {
        refusesToWaive("wang", "self", "slow", "rights.refused.waive-answer");
        refusesToWaive("otto", "self", "slow", "rights.refused.waive-answer");
        refusesToWaive("han", "self", " ", "form.required");
        refusesToWaive("han", "both", "slow", "form.notOneOf");
        menteeSays(4);
        refusesToWaive("han", "self", "slow", "mentoring.evaluation.answeredAlready");
        story.bean(TestCompany.class).role("wang", "hr");
        refusesToWaive("wang", "growth", "I do not like it", "rights.refused.waive-answer");
        assertThat(instance).isWaitingAt("evaluateGrowth");
        assertThat(story.count("select count(*) from evaluation_waiver")).isZero();
    }

    @Test
    void aBareMessageOverRestWaivesNothing() {
        assertThatThrownBy(() -> story.engine
                        .getRuntimeService()
                        .createMessageCorrelation("evaluation.answerWaived")
                        .processInstanceBusinessKey(KEY)
                        .localVariableEquals("waivable", "self")
                        .correlate())
                .hasStackTraceContaining("mentoring.evaluation.waiverNeedsReason");
        assertThat(instance).isWaitingAt("selfEvaluate", "evaluateGrowth");
    }

    @Test
    void whatWasBegunByAnEarlierModelIsRefusedWithASentence() {
        story.engine.getRuntimeService().deleteProcessInstance(instance.getId(), "begun anew by the model of before");
        Deployment before = story.engine
                .getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        "evaluation-before.bpmn",
                        Bpmn.createExecutableProcess("evaluation")
                                .camundaHistoryTimeToLiveString("P1D")
                                .startEvent()
                                .userTask("selfEvaluate")
                                .endEvent()
                                .done())
                .deploy();
        try {
            story.start("evaluation");
            refusesToWaive("han", "self", "long ill", "mentoring.evaluation.cannotWaive");
        } finally {
            story.engine.getRepositoryService().deleteDeployment(before.getId(), true);
        }
    }

    private void refusesToWaive(String person, String answer, String reason, String code) {
        assertThatThrownBy(() -> waives(person, answer, reason))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    @Test
    void theDeadlinesComeFromTheTable() {
        assertThat(story.timer("selfEvaluateLate").getDuedate()).isEqualTo(noonIn(7));
        assertThat(story.timer("selfEvaluateVeryLate").getDuedate()).isEqualTo(noonIn(10));
        assertThat(story.task("evaluateGrowth").getDueDate()).isEqualTo(noonIn(7));
        mentorSays(3, "continue");
        menteeSays(1);
        assertThat(story.task("decideNextStep").getDueDate()).isEqualTo(noonIn(5));
        assertThat(story.timer("decideNextStepVeryLate").getDuedate()).isEqualTo(noonIn(8));
        assertThat(story.text("select count(*) || ' ' || min(region.text_) from act_hi_decinst decided"
                        + " join act_hi_dec_in region on region.dec_inst_id_ = decided.id_ and region.clause_name_ = '地区'"
                        + " where decided.dec_def_key_ = 'evaluation-deadlines'"))
                .isEqualTo("3 CN");
    }

    private static Date noonIn(int days) {
        return Date.from(StageStory.NOON.plus(Duration.ofDays(days)));
    }

    @Test
    void lateAndVeryLateAreTold() {
        story.fires("selfEvaluateLate", "selfEvaluateVeryLate", "evaluateGrowthLate", "evaluateGrowthVeryLate");
        assertThat(instance).isWaitingAt("selfEvaluate", "evaluateGrowth");
        assertThat(story.told("mei")).contains("mentoring.late.selfEvaluate");
        assertThat(story.told("wang")).contains("mentoring.late.evaluateGrowth");
        assertThat(story.told("han")).contains("mentoring.veryLate.selfEvaluate", "mentoring.veryLate.evaluateGrowth");
    }

    /** HR is to talk to who has the task, not to the mentor who is away. */
    @Test
    void whoStandsInIsNamedToHr() {
        story.bean(TestCompany.class)
                .employee("lin")
                .write("insert into mentor_substitution (mentorship_id, mentor_id, substitute_id, first_day, last_day,"
                        + " named_at, begun_at) values ('" + KEY + "', 'wang', 'lin', '2026-01-01', '2027-01-01',"
                        + " now(), now())");
        story.fires("evaluateGrowthVeryLate");
        assertThat(story.text("select arguments from notice where person_id = 'han'"
                        + " and code = 'mentoring.veryLate.evaluateGrowth'"))
                .contains("员工lin")
                .doesNotContain("员工wang");
    }

    @Test
    void garbageIsRefusedAndNothingIsStored() {
        refused("mei", "selfEvaluate", "levels", levels(7, 1), "satisfaction", 5);
        refused("mei", "selfEvaluate", "levels", levels(3, 1), "satisfaction", 6);
        refused("mei", "selfEvaluate", "levels", levels(3, 1), "satisfaction", "4.5");
        refused("mei", "selfEvaluate", "levels", List.of(), "satisfaction", 5);
        refused("mei", "selfEvaluate", "levels", levels(3, 1), "satisfaction", 5, "nextStep", "graduate");
        refused("wang", "evaluateGrowth", "levels", levels(3, 1), "satisfaction", 5, "nextStep", "promote");
        refused(
                "wang",
                "evaluateGrowth",
                "levels",
                List.of(Map.of("competency", "Dancing", "level", 3)),
                "satisfaction",
                5,
                "nextStep",
                "continue");
        assertThat(instance).isWaitingAt("selfEvaluate", "evaluateGrowth");
        assertThat(story.count("select count(*) from evaluation_level")).isZero();
        assertThat(story.count("select count(*) from mentor_mark")).isZero();
        assertThat(story.count("select count(*) from assessment where source = 'mentor'"))
                .isZero();
    }
}
