package org.xinhuo.people;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;
import org.xinhuo.base.Refusal;

/** Everybody in the company. Filled by import; see {@code imports}. */
public interface Employees extends Repository<Employee, String> {

    Optional<Employee> findById(String id);

    List<Employee> findAllById(Iterable<String> ids);

    boolean existsById(String id);

    List<Employee> findByManagerId(String managerId);

    List<Employee> findTop5ByNameContainingOrderById(String partOfName);

    /** @throws Refusal where there is nobody with this id */
    default Employee get(String id) {
        return findById(id).orElseThrow(() -> Refusal.notFound("people.unknownEmployee", id));
    }
}
