package org.xinhuo.mentoring;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;
import org.xinhuo.base.Refusal;

/** All mentorships, ended ones too. */
public interface Mentorships extends Repository<Mentorship, String> {

    Optional<Mentorship> findById(String id);

    boolean existsById(String id);

    List<Mentorship> findByIdIn(Collection<String> ids);

    /** At most one of a mentee is open. */
    Optional<Mentorship> findByMenteeIdAndEndedAtIsNull(String menteeId);

    List<Mentorship> findByMenteeIdOrderByStartedAtDescIdDesc(String menteeId);

    Optional<Mentorship> findFirstByMenteeIdOrderByStartedAtDescIdDesc(String menteeId);

    /** The open ones of a mentor, the newest first. */
    List<Mentorship> findByMentorIdAndEndedAtIsNullOrderByStartedAtDescIdDesc(String mentorId, Limit most);

    List<Mentorship> findByMentorIdOrderByStartedAtDescIdDesc(String mentorId);

    Mentorship saveAndFlush(Mentorship mentorship);

    /** @throws Refusal where there is none with this id */
    default Mentorship get(String id) {
        return findById(id).orElseThrow(() -> Refusal.notFound("mentoring.unknownMentorship", id));
    }
}
