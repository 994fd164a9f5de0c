package org.xinhuo.mentoring.evaluation;

import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.mentoring.Mentorship;
import org.xinhuo.mentoring.Mentorships;
import org.xinhuo.mentoring.coaching.CoachingCases;
import org.xinhuo.mentoring.coaching.Guidances;
import org.xinhuo.mentoring.plan.Plans;
import org.xinhuo.mentoring.rights.MentoringAction;
import org.xinhuo.mentoring.rights.MentoringRights;
import org.xinhuo.mentoring.rights.MentoringRole;

/**
 * What a mentor was advised, and how specific the own advice was. The mentee does not read it: nobody learns well whose
 * pupil reads along. Nor does a mentor read what the one before was told.
 */
@Component
@Transactional(readOnly = true)
public class ShowAdvice {

    private final Mentorships mentorships;
    private final MentoringRights rights;
    private final AdviceGiven given;
    private final Plans plans;
    private final CoachingCases cases;
    private final Guidances guidances;

    ShowAdvice(
            Mentorships mentorships,
            MentoringRights rights,
            AdviceGiven given,
            Plans plans,
            CoachingCases cases,
            Guidances guidances) {
        this.mentorships = mentorships;
        this.rights = rights;
        this.given = given;
        this.plans = plans;
        this.cases = cases;
        this.guidances = guidances;
    }

    /**
     * All advice, and the talks of the coaching that holds or held last.
     *
     * @param advice the newest evaluation first
     * @param talks the latest first; none before there is a coaching
     * @param specificity over those talks
     */
    public record Shown(List<MentorAdvice> advice, List<Guidances.Line> talks, SpecificityFigures specificity) {}

    /** @throws org.xinhuo.base.Refusal where this person may not read it, such as the mentee */
    public Shown to(String readerId, String mentorshipId) {
        Mentorship mentorship = mentorships.get(mentorshipId);
        rights.check(readerId, mentorship, MentoringAction.READ_ADVICE);
        boolean coaches = rights.rolesOf(readerId, mentorship).stream()
                .anyMatch(role -> role == MentoringRole.MENTOR || role == MentoringRole.SUBSTITUTE);
        List<MentorAdvice> advice = given.of(mentorshipId).stream()
                .filter(one -> !coaches || Objects.equals(one.mentorId(), mentorship.mentorId()))
                .toList();
        List<Guidances.Line> talks = plans.confirmed(mentorshipId)
                .flatMap(plan -> cases.ofPlan(plan.id()))
                .filter(coaching -> !coaches || Objects.equals(coaching.mentorId(), mentorship.mentorId()))
                .map(guidances::of)
                .orElse(List.of());
        return new Shown(
                advice,
                talks,
                SpecificityFigures.of(
                        talks.stream().map(Guidances.Line::specificity).toList()));
    }
}
