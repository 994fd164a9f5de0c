package org.xinhuo.mentoring.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.testing.TestCompany;

/** Takes a mentorship through the real stages of the loop. */
public class LoopStory {

    private final ProcessEngine engine;
    private final CompanyTime time;

    public LoopStory(ProcessEngine engine, CompanyTime time) {
        this.engine = engine;
        this.time = time;
    }

    /** mei (level 2 of 4 in Speaking) may have wang, who covers the gap, or li; han is HR. */
    public LoopStory people(TestCompany company) {
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
        return this;
    }

    public void choose(String id, String mentor) {
        complete(id, "chooseMentor", "choice", mentor);
        complete(id, "acceptMentee", "accepted", true);
    }

    public void plan(String id) {
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

    public void evaluate(String id, String nextStep, int level) {
        List<Map<String, Object>> levels = List.of(Map.of("competency", "Speaking", "level", level));
        complete(id, "selfEvaluate", "levels", levels, "satisfaction", 5);
        complete(id, "evaluateGrowth", "levels", levels, "satisfaction", 4, "nextStep", nextStep);
        if (task(id, "decideNextStep") != null) {
            complete(id, "decideNextStep", "nextStep", nextStep);
        }
    }

    /** Null where this task is not open. */
    public Task task(String id, String task) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(id)
                .taskDefinitionKey(task)
                .singleResult();
    }

    public void complete(String id, String task, Object... values) {
        Map<String, Object> form = new HashMap<>();
        for (int index = 0; index < values.length; index += 2) {
            form.put((String) values[index], values[index + 1]);
        }
        Task open = task(id, task);
        assertThat(open).as(task).isNotNull();
        engine.getTaskService().complete(open.getId(), form);
    }
}
