package org.xinhuo.demo.process;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.people.Competencies;
import org.xinhuo.people.Employees;
import org.xinhuo.people.RequiredCompetency;

/** Two mentorships under way: one in coaching, one whose plan waits for the mentee's answer. */
@Component
public class DemoMentorships {

    private static final String PROCESS = "mentoring";

    private final DemoTasks tasks;
    private final Employees employees;
    private final Competencies competencies;
    private final CompanyTime time;

    DemoMentorships(DemoTasks tasks, Employees employees, Competencies competencies, CompanyTime time) {
        this.tasks = tasks;
        this.employees = employees;
        this.competencies = competencies;
        this.time = time;
    }

    /** Brings a mentee as far as coaching. */
    public void coached(String menteeId) {
        String id = draft(menteeId, "想把基本功打扎实，独立完成日常工作，少返工。");
        tasks.complete(id, "reviewPlan", Map.of("agreed", true));
        tasks.complete(id, "confirmPlan", Map.of("confirmed", true));
    }

    /** Brings a mentee as far as a first plan that waits to be reviewed. */
    public void negotiating(String menteeId) {
        draft(menteeId, "希望学会从头策划一件事，并说服其他部门一起做。");
    }

    private String draft(String menteeId, String needs) {
        String id = "demo-" + menteeId;
        tasks.start(PROCESS, id, Map.of("menteeId", menteeId));
        tasks.complete(id, "chooseMentor", Map.of("choice", "auto"));
        tasks.complete(id, "acceptMentee", Map.of("accepted", true));
        tasks.complete(id, "stateNeeds", Map.of("needs", needs));
        tasks.complete(
                id,
                "draftPlan",
                Map.of(
                        "goals",
                        goals(menteeId),
                        "sessionsPerMonth",
                        2,
                        "endOn",
                        time.today().plusMonths(3).toString()));
        return id;
    }

    /** The two competencies that are furthest below what the job asks for. */
    private List<Map<String, Object>> goals(String menteeId) {
        Map<String, BigDecimal> levels = competencies.levelsOf(menteeId);
        return competencies.modelOf(employees.get(menteeId).job()).stream()
                .sorted(Comparator.comparing((RequiredCompetency required) -> required.requiredLevel()
                                .subtract(levels.getOrDefault(required.competency(), BigDecimal.ZERO)))
                        .reversed())
                .limit(2)
                .map(required -> goal(
                        required,
                        required.requiredLevel().max(levels.getOrDefault(required.competency(), BigDecimal.ZERO))))
                .toList();
    }

    private Map<String, Object> goal(RequiredCompetency required, BigDecimal target) {
        LocalDate today = time.today();
        String competency = required.competency();
        return Map.of(
                "competency",
                competency,
                "targetLevel",
                target,
                "actions",
                List.of(
                        Map.of(
                                "title",
                                "和导师一起复盘最近一次“" + competency + "”的实际工作",
                                "dueOn",
                                today.plusWeeks(2).toString()),
                        Map.of(
                                "title",
                                "独立完成一项需要“" + competency + "”的任务并请导师点评",
                                "dueOn",
                                today.plusWeeks(6).toString())));
    }
}
