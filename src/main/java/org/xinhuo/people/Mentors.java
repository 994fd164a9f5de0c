package org.xinhuo.people;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** All mentors, resting ones too. Filled by import. */
public interface Mentors extends Repository<Mentor, String> {

    Optional<Mentor> findById(String employeeId);

    boolean existsById(String employeeId);

    List<Mentor> findAll();
}
