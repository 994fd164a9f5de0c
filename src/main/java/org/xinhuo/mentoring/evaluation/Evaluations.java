package org.xinhuo.mentoring.evaluation;

import java.util.Optional;
import org.springframework.data.repository.Repository;
import org.xinhuo.base.Refusal;

/** All evaluations, decided ones too. */
public interface Evaluations extends Repository<Evaluation, String> {

    Optional<Evaluation> findByMentorshipIdAndDecidedAtIsNull(String mentorshipId);

    /** The newest in which both have answered. */
    Optional<Evaluation> findFirstByMentorshipIdAndComparedAtIsNotNullOrderByComparedAtDesc(String mentorshipId);

    Evaluation saveAndFlush(Evaluation evaluation);

    /** The evaluation under way. @throws Refusal where there is none */
    default Evaluation underWay(String mentorshipId) {
        return findByMentorshipIdAndDecidedAtIsNull(mentorshipId)
                .orElseThrow(() -> Refusal.notFound("mentoring.evaluation.none", mentorshipId));
    }
}
