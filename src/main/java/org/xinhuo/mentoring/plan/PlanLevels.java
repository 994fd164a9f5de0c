package org.xinhuo.mentoring.plan;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where the mentee stood when a plan was confirmed, by competency of the plan. */
@Component
@Transactional
public class PlanLevels {

    private final JdbcClient jdbc;

    PlanLevels(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Level when the plan was confirmed, and the target; both 0 to 5. */
    public record PlanLevel(String competency, BigDecimal before, BigDecimal target) {}

    void keep(Plan plan, PlanVersion confirmed, Map<String, BigDecimal> levels) {
        confirmed
                .goals()
                .forEach(goal -> jdbc.sql("insert into plan_level (plan_id, competency, level, target_level)"
                                + " values (:plan, :competency, :level, :target)")
                        .param("plan", plan.id())
                        .param("competency", goal.competency())
                        .param("level", levels.getOrDefault(goal.competency(), BigDecimal.ZERO))
                        .param("target", goal.targetLevel())
                        .update());
    }

    @Transactional(readOnly = true)
    public List<PlanLevel> of(Plan plan) {
        return jdbc.sql("select competency, level, target_level from plan_level where plan_id = :plan"
                        + " order by competency")
                .param("plan", plan.id())
                .query((row, number) -> new PlanLevel(
                        row.getString("competency"), row.getBigDecimal("level"), row.getBigDecimal("target_level")))
                .list();
    }
}
