package org.xinhuo.mentoring.plan;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.MoveMentorship;
import org.xinhuo.mentoring.TellPair;
import org.xinhuo.mentoring.plan.PlanVersion.Side;
import org.xinhuo.people.Competencies;
import org.xinhuo.people.Employees;

/** A round of planning ends: with a plan that both confirmed, or without one. */
@Component
@Transactional
public class ConcludePlan {

    private final Plans plans;
    private final PlanVersions versions;
    private final PlanLevels levels;
    private final Competencies competencies;
    private final Employees employees;
    private final MoveMentorship moveMentorship;
    private final TellPair tellPair;
    private final CompanyTime time;

    ConcludePlan(
            Plans plans,
            PlanVersions versions,
            PlanLevels levels,
            Competencies competencies,
            Employees employees,
            MoveMentorship moveMentorship,
            TellPair tellPair,
            CompanyTime time) {
        this.plans = plans;
        this.versions = versions;
        this.levels = levels;
        this.competencies = competencies;
        this.employees = employees;
        this.moveMentorship = moveMentorship;
        this.tellPair = tellPair;
        this.time = time;
    }

    /**
     * Puts the newest version in force. A change takes over what was already done, and where the mentee stood when the
     * first plan of this coaching was confirmed: growth is measured over the coaching, not since the last change.
     *
     * @throws Refusal unless both sides agreed to the newest version with its present content
     */
    public void confirm(String mentorshipId) {
        Plan plan = plans.newest(mentorshipId);
        PlanVersion version = versions.newestOf(plan)
                .filter(newest -> newest.isAgreedBy(Side.MENTEE) && newest.isAgreedBy(Side.MENTOR))
                .orElseThrow(() -> Refusal.conflict("mentoring.plan.notBothConfirmed"));
        version.expectUntouched();
        plan.confirm(employees.get(plan.menteeId()).department(), time.now());
        plans.saveAndFlush(plan);
        Map<String, BigDecimal> before = new HashMap<>(competencies.levelsOf(plan.menteeId()));
        String changed = plan.changesPlanId();
        if (changed == null) {
            moveMentorship.toCoaching(mentorshipId);
        } else {
            Plan inForce = plans.findById(changed).orElseThrow();
            levels.of(inForce).forEach(level -> before.put(level.competency(), level.before()));
            versions.carryOver(versions.newestOf(inForce).orElseThrow(), version);
        }
        levels.keep(plan, version, before);
        tellPair.tell(
                mentorshipId,
                "plan/" + plan.id() + "/confirmed",
                "mentoring.notice.planConfirmed",
                "/plan",
                version.endOn().toString());
    }

    public void stop(String mentorshipId) {
        Plan plan = plans.newest(mentorshipId);
        plan.stop(time.now());
        plans.saveAndFlush(plan);
    }

    /** However a negotiation ended, also when the coaching around it was cut short: nothing stays under way. */
    public void close(String mentorshipId) {
        plans.findFirstByMentorshipIdOrderByRoundDesc(mentorshipId)
                .filter(plan -> plan.state() == Plan.State.NEGOTIATING)
                .ifPresent(plan -> {
                    plan.stop(time.now());
                    plans.saveAndFlush(plan);
                });
    }
}
