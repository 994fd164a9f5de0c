package org.xinhuo.mentoring.coaching;

import java.util.Optional;
import org.springframework.data.repository.Repository;
import org.xinhuo.base.Refusal;

/** All coachings, ended ones too. */
public interface CoachingCases extends Repository<CoachingCase, String> {

    Optional<CoachingCase> findByMentorshipIdAndEndedAtIsNull(String mentorshipId);

    Optional<CoachingCase> findFirstByPlanIdOrderByStartedOnDescEndedAtDesc(String planId);

    Optional<CoachingCase> findFirstByMentorshipIdAndEndedAtIsNotNullOrderByEndedAtDesc(String mentorshipId);

    CoachingCase saveAndFlush(CoachingCase coaching);

    /** The newest under this plan: one that was deleted with its process may have been begun again. */
    default Optional<CoachingCase> ofPlan(String planId) {
        return findFirstByPlanIdOrderByStartedOnDescEndedAtDesc(planId);
    }

    /** The coaching under way. @throws Refusal where there is none */
    default CoachingCase underWay(String mentorshipId) {
        return findByMentorshipIdAndEndedAtIsNull(mentorshipId)
                .orElseThrow(() -> Refusal.notFound("mentoring.coaching.none", mentorshipId));
    }

    Optional<CoachingCase> findById(String id);
}
