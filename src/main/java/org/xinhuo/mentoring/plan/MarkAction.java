package org.xinhuo.mentoring.plan;

import java.sql.Date;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.Mentorship;
import org.xinhuo.mentoring.Mentorships;
import org.xinhuo.mentoring.rights.MentoringAction;
import org.xinhuo.mentoring.rights.MentoringRights;

/** The mentee says that an action of the plan is done, or is not after all. Nobody else may. */
@Component
public class MarkAction {

    private final MentoringRights rights;
    private final Mentorships mentorships;
    private final Plans plans;
    private final PlanVersions versions;
    private final JdbcClient jdbc;
    private final CompanyTime time;

    MarkAction(
            MentoringRights rights,
            Mentorships mentorships,
            Plans plans,
            PlanVersions versions,
            JdbcClient jdbc,
            CompanyTime time) {
        this.rights = rights;
        this.mentorships = mentorships;
        this.plans = plans;
        this.versions = versions;
        this.jdbc = jdbc;
        this.time = time;
    }

    /**
     * Done counts from today; a day that was noted before stays.
     *
     * @throws Refusal where the person is not the mentee, the mentorship has ended, or the action is not one of the plan
     *     that both confirmed last
     */
    @Transactional
    public void mark(String mentorshipId, long actionId, String personId, boolean done) {
        Mentorship mentorship = mentorships.get(mentorshipId);
        rights.check(personId, mentorship, MentoringAction.MARK_ACTION);
        if (!mentorship.isOpen()) {
            throw Refusal.conflict(
                    "mentoring.wrongState", mentorshipId, mentorship.state().code());
        }
        boolean known = plans.confirmed(mentorshipId).flatMap(versions::newestOf).stream()
                .flatMap(version -> version.goals().stream())
                .flatMap(goal -> goal.actions().stream())
                .anyMatch(action -> action.id() == actionId);
        if (!known) {
            throw Refusal.notFound("mentoring.plan.unknownAction", String.valueOf(actionId));
        }
        jdbc.sql("update plan_action set done_on = case when :done then coalesce(done_on, :today) end where id = :id")
                .param("done", done)
                .param("today", Date.valueOf(time.today()))
                .param("id", actionId)
                .update();
    }
}
