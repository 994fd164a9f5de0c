package org.xinhuo.mentoring.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.mentoring.Mentorship;
import org.xinhuo.mentoring.Mentorships;
import org.xinhuo.mentoring.Pairings;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoTest;

/** The whole loop with its real stages: again, with another mentor, and out. */
@XinhuoTest
class MentoringLoopTest {

    @Autowired
    ProcessEngine engine;

    @Autowired
    TestCompany company;

    @Autowired
    MentoringProcess mentoring;

    @Autowired
    Mentorships mentorships;

    @Autowired
    Pairings pairings;

    @Autowired
    CompanyTime time;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void goesOnChangesTheMentorAndGraduates() {
        company.employee("mei")
                .employee("han")
                .role("han", "hr")
                .jobAsksFor("Consultant", "Speaking", "4", "1")
                .assessed("mei", "Speaking", "2", LocalDate.of(2026, 1, 1))
                .employee("wang")
                .mentor("wang", 1, "logical")
                .expertise("wang", "Speaking", "5", "5")
                .employee("li")
                .mentor("li", 1, "logical");
        String id = mentoring.start("mei");
        choose(id, "wang");
        plan(id);
        assertThat(state(id)).isEqualTo(Mentorship.State.COACHING);
        mentoring.requestGraduation(id, "mei");
        assertThat(task(id, "giveDeepGuidance")).isNull();
        evaluate(id, "continue", 3);
        assertThat(state(id)).isEqualTo(Mentorship.State.PLANNING);
        plan(id);
        mentoring.requestRematch(id, "mei");
        choose(id, "li");
        plan(id);
        assertThat(mentorships.get(id).mentorId()).isEqualTo("li");
        mentoring.requestGraduation(id, "li");
        evaluate(id, "graduate", 4);
        assertThat(state(id)).isEqualTo(Mentorship.State.GRADUATED);
        assertThat(pairings.graduatedWith("Consultant")).containsOnlyKeys("li");
        assertThat(jdbc.queryForList("select mentor_id from mentor_mark order by id", String.class))
                .containsExactly("wang", "li");
        assertThat(engine.getRuntimeService().createProcessInstanceQuery().count())
                .isZero();
    }

    private void choose(String id, String mentor) {
        complete(id, "chooseMentor", "choice", mentor);
        complete(id, "acceptMentee", "accepted", true);
    }

    private void plan(String id) {
        LocalDate today = time.today();
        complete(id, "stateNeeds", "needs", "speak in front of people");
        complete(
                id,
                "draftPlan",
                "goals",
                List.of(Map.of(
                        "competency",
                        "Speaking",
                        "targetLevel",
                        4,
                        "actions",
                        List.of(Map.of(
                                "title",
                                "Give a talk",
                                "dueOn",
                                today.plusDays(20).toString())))),
                "sessionsPerMonth",
                2,
                "endOn",
                today.plusDays(60).toString());
        complete(id, "reviewPlan", "agreed", true);
        complete(id, "confirmPlan", "confirmed", true);
    }

    private void evaluate(String id, String nextStep, int level) {
        List<Map<String, Object>> levels = List.of(Map.of("competency", "Speaking", "level", level));
        complete(id, "selfEvaluate", "levels", levels, "satisfaction", 5);
        complete(id, "evaluateGrowth", "levels", levels, "satisfaction", 4, "nextStep", nextStep);
        if (task(id, "decideNextStep") != null) {
            complete(id, "decideNextStep", "nextStep", nextStep);
        }
    }

    private Mentorship.State state(String id) {
        return mentorships.get(id).state();
    }

    private void complete(String id, String task, Object... values) {
        Map<String, Object> form = new HashMap<>();
        for (int index = 0; index < values.length; index += 2) {
            form.put((String) values[index], values[index + 1]);
        }
        Task open = task(id, task);
        assertThat(open).as(task).isNotNull();
        engine.getTaskService().complete(open.getId(), form);
    }

    private Task task(String id, String task) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(id)
                .taskDefinitionKey(task)
                .singleResult();
    }
}
