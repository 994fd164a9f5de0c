package org.xinhuo.promotion;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;
import org.xinhuo.base.Refusal;

/** All applications that passed the gate. */
public interface Promotions extends Repository<Promotion, String> {

    Optional<Promotion> findById(String id);

    boolean existsById(String id);

    boolean existsByEmployeeIdAndTargetRoleAndState(String employeeId, String targetRole, Promotion.State state);

    List<Promotion> findByEmployeeIdAndState(String employeeId, Promotion.State state);

    List<Promotion> findByManagerIdAndState(String managerId, Promotion.State state);

    Promotion saveAndFlush(Promotion promotion);

    /** @throws Refusal where there is none */
    default Promotion get(String id) {
        return findById(id).orElseThrow(() -> Refusal.notFound("promotion.unknown", id));
    }
}
