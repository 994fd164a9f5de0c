package org.xinhuo.mentoring.plan;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;
import org.xinhuo.base.Refusal;

/** All rounds of all plans. */
public interface Plans extends Repository<Plan, String> {

    Optional<Plan> findFirstByMentorshipIdOrderByRoundDesc(String mentorshipId);

    Optional<Plan> findFirstByMentorshipIdAndStateOrderByRoundDesc(String mentorshipId, Plan.State state);

    Optional<Plan> findById(String id);

    List<Plan> findByMentorshipIdOrderByRoundDesc(String mentorshipId);

    Plan saveAndFlush(Plan plan);

    /** The present round. @throws Refusal where there is none */
    default Plan newest(String mentorshipId) {
        return findFirstByMentorshipIdOrderByRoundDesc(mentorshipId)
                .orElseThrow(() -> Refusal.notFound("mentoring.plan.none", mentorshipId));
    }

    /** The plan that holds, or held last; none before the first is confirmed. */
    default Optional<Plan> confirmed(String mentorshipId) {
        return findFirstByMentorshipIdAndStateOrderByRoundDesc(mentorshipId, Plan.State.CONFIRMED);
    }
}
