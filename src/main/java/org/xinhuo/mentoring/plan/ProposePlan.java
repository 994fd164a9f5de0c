package org.xinhuo.mentoring.plan;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.engine.Decisions;
import org.xinhuo.engine.Outcome;
import org.xinhuo.engine.UsableAnswer;
import org.xinhuo.mentoring.rights.MentoringAction;
import org.xinhuo.mentoring.rights.MentoringRights;
import org.xinhuo.people.Competencies;
import org.xinhuo.people.Employees;

/** The mentor drafts a plan or revises it: each time a new version. */
@Component
public class ProposePlan {

    /** What comes with the product, where the table plan-limits gives no usable answer. */
    private static final int LONGEST_MONTHS = 24;

    private static final int MOST_MONTHS = 120;

    private final MentoringRights rights;
    private final Plans plans;
    private final PlanVersions versions;
    private final Employees employees;
    private final Competencies competencies;
    private final Decisions decisions;
    private final CompanyTime time;

    ProposePlan(
            MentoringRights rights,
            Plans plans,
            PlanVersions versions,
            Employees employees,
            Competencies competencies,
            Decisions decisions,
            CompanyTime time) {
        this.rights = rights;
        this.plans = plans;
        this.versions = versions;
        this.employees = employees;
        this.competencies = competencies;
        this.decisions = decisions;
        this.time = time;
    }

    /**
     * Adds a version.
     *
     * @return how many versions this round has now
     * @throws Refusal where the job names no competency, or the draft breaks one of the {@link PlanRules}
     */
    @Transactional
    public int propose(String mentorshipId, String personId, PlanDraft draft) {
        rights.check(personId, mentorshipId, MentoringAction.DRAFT_PLAN);
        Plan plan = plans.newest(mentorshipId);
        plan.expectNegotiating();
        Map<String, BigDecimal> known = competencies.levelsOf(plan.menteeId());
        Map<String, BigDecimal> levels = new LinkedHashMap<>();
        competencies
                .modelOf(employees.get(plan.menteeId()).job())
                .forEach(required ->
                        levels.put(required.competency(), known.getOrDefault(required.competency(), BigDecimal.ZERO)));
        String changed = plan.changesPlanId();
        PlanDraft inForce = changed == null
                ? null
                : plans.findById(changed)
                        .flatMap(versions::newestOf)
                        .orElseThrow()
                        .content();
        if (inForce != null) {
            // The job's model may have changed since: what both agreed to stays agreed.
            inForce.goals()
                    .forEach(goal -> levels.putIfAbsent(
                            goal.competency(), known.getOrDefault(goal.competency(), BigDecimal.ZERO)));
        }
        if (levels.isEmpty()) {
            throw Refusal.invalid(
                    "goals",
                    "mentoring.plan.noModel",
                    employees.get(plan.menteeId()).job());
        }
        new PlanRules(levels, time.today(), longestMonths(plan.menteeId()), inForce).check(draft);
        return versions.add(plan, draft, personId);
    }

    private int longestMonths(String menteeId) {
        return longestMonths(decisions.decide(
                "plan-limits", Map.of("region", employees.get(menteeId).region())));
    }

    static int longestMonths(Outcome outcome) {
        return UsableAnswer.of(outcome).integer("longestMonths", 1, MOST_MONTHS, LONGEST_MONTHS);
    }
}
