package org.xinhuo.mentoring.progress;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;
import org.xinhuo.base.Refusal;

/** All items of all sheets. */
interface ProgressItems extends Repository<ProgressItem, String> {

    Optional<ProgressItem> findById(String id);

    List<ProgressItem> findByMentorshipIdAndRemovedAtIsNull(String mentorshipId);

    long countByMentorshipIdAndRemovedAtIsNull(String mentorshipId);

    ProgressItem saveAndFlush(ProgressItem item);

    /** @throws Refusal where the sheet has no such item, or has it no longer */
    default ProgressItem get(String mentorshipId, String id) {
        return findById(id)
                .filter(item -> item.mentorshipId().equals(mentorshipId) && !item.isRemoved())
                .orElseThrow(() -> Refusal.notFound("mentoring.progress.unknownItem"));
    }
}
