package org.xinhuo.mentoring.log;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;
import org.xinhuo.base.Refusal;

/** Every to-do that was ever written, done ones too. */
public interface ToDos extends Repository<ToDo, String> {

    Optional<ToDo> findById(String id);

    List<ToDo> findByIdIn(Collection<String> ids);

    /** Open ones and proposals of a mentorship, the most urgent first. */
    List<ToDo> findByMentorshipIdAndClosedAtIsNullOrderByDueOnAscIdAsc(String mentorshipId);

    ToDo saveAndFlush(ToDo toDo);

    /** @throws Refusal where there is none with this id */
    default ToDo get(String id) {
        return findById(id).orElseThrow(() -> Refusal.notFound("mentoring.log.toDo.unknown", id));
    }
}
