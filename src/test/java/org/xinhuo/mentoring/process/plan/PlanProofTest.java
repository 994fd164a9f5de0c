package org.xinhuo.mentoring.process.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.xinhuo.mentoring.process.stage.StageStory.TODAY;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinhuo.mentoring.process.stage.StageStory;
import org.xinhuo.testing.XinhuoTest;

/** What two people agreed to cannot be rewritten, not even by who reaches the database. */
@XinhuoTest
class PlanProofTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private JdbcClient jdbc;

    private StageStory story;

    @BeforeEach
    void bothHaveConfirmed() {
        story = new StageStory(context).pair();
        story.confirmedPlan(TODAY.plusMonths(6));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update plan_version set end_on = end_on + 30",
                "update plan_version set content_hash = reverse(content_hash)",
                "delete from plan_version",
                "update plan_goal set target_level = 1",
                "delete from plan_goal",
                "update plan_action set due_on = due_on + 30",
                "update plan_action set title = 'something else'",
                "delete from plan_action",
                "update plan_answer set agreed = false, change_request = 'never'",
                "delete from plan_answer",
                "insert into plan_action (goal_id, position, title, due_on)"
                        + " select id, 99, 'one more', current_date from plan_goal",
                "insert into plan_goal (plan_version_id, position, competency, target_level)"
                        + " select id, 99, 'Dancing', 5 from plan_version"
            })
    void theDatabaseRefusesToRewriteAVersion(String sql) {
        String before = everything();
        assertThatThrownBy(() -> jdbc.sql(sql).update()).hasStackTraceContaining("plan versions are immutable");
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void whetherAnActionIsDoneIsNoPartOfWhatWasAgreed() {
        assertThat(jdbc.sql("update plan_action set done_on = current_date").update())
                .isEqualTo(2);
    }

    private String everything() {
        return story.text("select string_agg(t, '|' order by t) from (select v::text as t from plan_version v"
                + " union all select g::text from plan_goal g union all select a::text from plan_action a"
                + " union all select w::text from plan_answer w) as all_rows");
    }
}
