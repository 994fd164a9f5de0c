package org.xinhuo.mentoring.coaching;

import java.util.Optional;
import org.springframework.data.repository.Repository;
import org.xinhuo.base.Refusal;

/** All coachings, ended ones too. */
public interface CoachingCases extends Repository<CoachingCase, String> {

    Optional<CoachingCase> findByMentorshipIdAndEndedAtIsNull(String mentorshipId);

    Optional<CoachingCase> findByPlanId(String planId);

    CoachingCase saveAndFlush(CoachingCase coaching);

    /** The coaching under way. @throws Refusal where there is none */
    default CoachingCase underWay(String mentorshipId) {
        return findByMentorshipIdAndEndedAtIsNull(mentorshipId)
                .orElseThrow(() -> Refusal.notFound("mentoring.coaching.none", mentorshipId));
    }
}
