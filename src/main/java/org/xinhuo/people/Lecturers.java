package org.xinhuo.people;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** All internal lecturers. Filled by import. */
public interface Lecturers extends Repository<Lecturer, String> {

    Optional<Lecturer> findById(String employeeId);

    boolean existsById(String employeeId);

    List<Lecturer> findAll();
}
