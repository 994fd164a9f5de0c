package org.xinhuo.mentoring.evaluation;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.mentoring.coaching.CoachingCase;
import org.xinhuo.mentoring.coaching.CoachingCases;
import org.xinhuo.mentoring.coaching.Guidances;
import org.xinhuo.mentoring.plan.Plans;

/** The talks of the coaching that holds or held last, and how specific their advice was. */
@Component
@Transactional(readOnly = true)
public class ShowAdvice {

    private final Plans plans;
    private final CoachingCases cases;
    private final Guidances guidances;

    ShowAdvice(Plans plans, CoachingCases cases, Guidances guidances) {
        this.plans = plans;
        this.cases = cases;
        this.guidances = guidances;
    }

    /** The latest first; none before there is a coaching. */
    public List<Guidances.Line> talks(String mentorshipId) {
        Optional<CoachingCase> coaching = plans.confirmed(mentorshipId).flatMap(plan -> cases.findByPlanId(plan.id()));
        return coaching.map(guidances::of).orElse(List.of());
    }

    /** Over those talks. */
    public SpecificityFigures specificity(String mentorshipId) {
        return SpecificityFigures.of(
                talks(mentorshipId).stream().map(Guidances.Line::specificity).toList());
    }
}
