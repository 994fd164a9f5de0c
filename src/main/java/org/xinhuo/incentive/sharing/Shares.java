package org.xinhuo.incentive.sharing;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;
import org.xinhuo.base.Refusal;

/** All shares, planned here or brought over by import. */
public interface Shares extends Repository<Share, String> {

    Optional<Share> findById(String id);

    boolean existsById(String id);

    List<Share> findByIdIn(Collection<String> ids);

    /** Those of a lecturer, the latest first. */
    List<Share> findByLecturerIdOrderByStartsAtDesc(String lecturerId, Limit limit);

    /** Those of a lecturer that have content to start the next from, the latest first. */
    List<Share> findByLecturerIdAndOutlineIsNotNullOrderByStartsAtDesc(String lecturerId, Limit limit);

    /** Written at once, so that what reads by SQL in the same step sees it. */
    Share saveAndFlush(Share share);

    /** @throws Refusal where there is no such share */
    default Share get(String id) {
        // No text of the database holds a NUL: asking for one would be a failure and no answer.
        if (id.indexOf('\0') >= 0) {
            throw Refusal.notFound("incentive.unknownShare", id);
        }
        return findById(id).orElseThrow(() -> Refusal.notFound("incentive.unknownShare", id));
    }
}
