package org.xinhuo.mentoring.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.xinhuo.testing.OldDatabase;

/** What a company did before it had a log stands in the log after the update, and is found. */
class EarlierEntriesTest {

    private final OldDatabase database = new OldDatabase(new IndexEarlierEntries(), new IndexHeadlines());
    private final JdbcTemplate sql = database.template();

    @Test
    void earlierFactsAreBroughtOverInTheirOrderAndAreFound() {
        database.migrate("072");
        for (String person : List.of("mei", "wang", "han")) {
            database.employee(person);
        }
        sql.update("insert into mentorship values ('m-1', 'mei', 'wang', 'COACHING', '2026-01-01Z', null, 0)");
        sql.update("insert into plan values ('p-1', 'm-1', 1, 'mei', 'wang', 'CONFIRMED', '想学会谈价格', '2026-01-02Z',"
                + " '2026-01-01Z', '2026-01-04Z', 0)");
        sql.update(
                "insert into plan_version (plan_id, mentorship_id, version, sessions_per_month, end_on, content_hash,"
                        + " created_by, created_at) values ('p-1', 'm-1', 1, 2, '2026-06-30', repeat('0', 64), 'wang',"
                        + " '2026-01-03Z')");
        sql.update("insert into plan_goal (plan_version_id, position, competency, target_level)"
                + " select id, 1, 'Selling', 4 from plan_version");
        sql.update("insert into plan_action (goal_id, position, title, due_on)"
                + " select id, 1, '拜访老客户', '2026-02-01' from plan_goal");
        sql.update("insert into plan_answer select id, 'MENTEE', 'mei', false, '目标太高', repeat('0', 64), '2026-01-04Z'"
                + " from plan_version");
        sql.update("insert into coaching_case values ('c-1', 'm-1', 'p-1', 'mei', 'wang', '2026-01-04', '2026-06-30',"
                + " null, 0)");
        sql.update("insert into guidance (coaching_id, topic, question, advice, minutes, method, held_on, given_by,"
                + " recorded_at) values ('c-1', '客户复购率', '为什么低？', '先回访', 45, 'video', '2026-01-05', 'wang',"
                + " '2026-01-06Z')");
        sql.update("insert into ability_evaluation (coaching_id, direction, given_by, evaluated_at)"
                + " values ('c-1', '多练开场', 'wang', '2026-01-07Z')");
        sql.update("insert into ability_evaluation_level select id, 'Selling', 2.50 from ability_evaluation");
        sql.update("insert into shared_experience (coaching_id, title, situation, method, steps, effect, given_by,"
                + " recorded_at) values ('c-1', '第一单', 'b', 'c', 'd', 'e', 'wang', '2026-01-08Z')");
        sql.update("insert into evaluation (id, mentorship_id, plan_id, mentee_id, mentor_id, opened_at, next_step,"
                + " decided_by, decided_at, version) values ('e-1', 'm-1', 'p-1', 'mei', 'wang', '2026-01-08Z',"
                + " 'continue', 'han', '2026-01-09Z', 0)");

        database.migrate("112");
        assertThat(sql.queryForList(
                        "select kind || '|' || author_id || '|' || headline || '|' || arguments || '|'"
                                + " || replace(text, E'\\n', '/') from log_entry order by id",
                        String.class))
                .containsExactly(
                        "PLAN|mei|mentoring.log.needs|[]|想学会谈价格",
                        "PLAN|wang|mentoring.log.planVersion|[1, \"2026-06-30\"]|Selling → 4/拜访老客户 · 2026-02-01",
                        "PLAN|mei|mentoring.log.planChanges|[1]|目标太高",
                        "GUIDANCE|wang|mentoring.log.guidance.video|[45, \"2026-01-05\"]|客户复购率//为什么低？//先回访",
                        "EVALUATION|wang|mentoring.log.evaluation|[\"Selling 2.5\"]|多练开场",
                        "EXPERIENCE|wang|mentoring.log.experience|[]|第一单//b//c//d//e",
                        "CONCLUSION|han|mentoring.log.conclusion.continue|[]|");
        assertThat(sql.queryForList(
                        "select kind from log_entry where search @@ cast(? as tsquery)",
                        String.class,
                        LogWords.within("m-1", LogWords.asked("复购"))))
                .containsExactly("GUIDANCE");
        assertThat(sql.queryForObject(
                        "select happened_on || array_to_string(competencies, ',') from log_entry where kind = 'GUIDANCE'",
                        String.class))
                .isEqualTo("2026-01-05");

        assertThat(found("Selling")).containsExactly("PLAN");
        database.migrate("345");
        assertThat(found("Selling")).containsExactly("PLAN", "EVALUATION");
        assertThat(found("复购")).containsExactly("GUIDANCE");
        assertThatThrownBy(() -> sql.update("update log_entry set text = 'never said'"))
                .hasMessageContaining("only added");
    }

    private List<String> found(String question) {
        return sql.queryForList(
                "select kind from log_entry where search @@ cast(? as tsquery) order by id",
                String.class,
                LogWords.within("m-1", LogWords.asked(question)));
    }
}
