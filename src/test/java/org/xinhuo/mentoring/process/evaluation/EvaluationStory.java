package org.xinhuo.mentoring.process.evaluation;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.xinhuo.mentoring.process.stage.StageStory.TODAY;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.xinhuo.mentoring.process.stage.StageStory;
import org.xinhuo.testing.XinhuoTest;

/** What every test of "evaluation" begins with: the coaching of mei by wang is over. */
@XinhuoTest
abstract class EvaluationStory {

    @Autowired
    ApplicationContext context;

    StageStory story;

    ProcessInstance instance;

    @BeforeEach
    void aCoachingIsOver() {
        story = new StageStory(context).pair();
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
                "a",
                "minutes",
                90,
                "method",
                "video",
                "heldOn",
                TODAY.toString());
        story.fires("planEnded");
        instance = story.start("evaluation");
    }

    static List<Map<String, Object>> levels(Object speaking, Object selling) {
        return List.of(
                Map.of("competency", "Speaking", "level", speaking), Map.of("competency", "Selling", "level", selling));
    }

    void menteeSays(int satisfaction) {
        story.does(
                "mei", "selfEvaluate", "levels", levels(5, 5), "satisfaction", satisfaction, "comment", "my own words");
    }

    void mentorSays(Object speaking, String nextStep) {
        story.does("wang", "evaluateGrowth", "levels", levels(speaking, 2), "satisfaction", 4, "nextStep", nextStep);
    }

    void refused(String person, String task, Object... fields) {
        assertThatThrownBy(() -> story.does(person, task, fields)).isInstanceOf(FormFieldValidationException.class);
    }
}
