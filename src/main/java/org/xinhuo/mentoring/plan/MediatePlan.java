package org.xinhuo.mentoring.plan;

import java.sql.Timestamp;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.rights.MentoringAction;
import org.xinhuo.mentoring.rights.MentoringRights;

/** HR's word where a pair does not come to a plan. */
@Component
public class MediatePlan {

    private final MentoringRights rights;
    private final Plans plans;
    private final JdbcClient jdbc;
    private final CompanyTime time;

    MediatePlan(MentoringRights rights, Plans plans, JdbcClient jdbc, CompanyTime time) {
        this.rights = rights;
        this.plans = plans;
        this.jdbc = jdbc;
        this.time = time;
    }

    /**
     * Lets the pair go on or ends the negotiation.
     *
     * @param personId who of HR mediates; empty where the product itself does
     * @param outcome {@code continue} or {@code stop}
     * @throws Refusal where the person is not HR or is of the pair, or nothing is being negotiated
     */
    @Transactional
    public void mediate(String mentorshipId, String personId, String outcome) {
        if (!personId.isEmpty()) {
            rights.check(personId, mentorshipId, MentoringAction.MEDIATE_PLAN);
        }
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
