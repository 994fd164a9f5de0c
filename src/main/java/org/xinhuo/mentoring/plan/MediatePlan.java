package org.xinhuo.mentoring.plan;

import java.sql.Timestamp;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;

/** HR's word where a pair does not come to a plan. */
@Component
public class MediatePlan {

    private final Plans plans;
    private final JdbcClient jdbc;
    private final CompanyTime time;

    MediatePlan(Plans plans, JdbcClient jdbc, CompanyTime time) {
        this.plans = plans;
        this.jdbc = jdbc;
        this.time = time;
    }

    /** @param outcome {@code continue} or {@code stop} */
    @Transactional
    public void mediate(String mentorshipId, String personId, String outcome) {
        Plan plan = plans.newest(mentorshipId);
        plan.expectNegotiating();
        jdbc.sql("insert into plan_mediation (plan_id, outcome, decided_by, decided_at)"
                        + " values (:plan, :outcome, nullif(:by, ''), :now)")
                .param("plan", plan.id())
                .param("outcome", outcome.toUpperCase(Locale.ROOT))
                .param("by", personId)
                .param("now", Timestamp.from(time.now()))
                .update();
    }
}
