package org.xinhuo.library;

import java.util.Optional;
import org.springframework.data.repository.Repository;
import org.xinhuo.base.Refusal;

/** All resources, withdrawn ones too. */
interface Resources extends Repository<Resource, String> {

    Optional<Resource> findById(String id);

    Resource saveAndFlush(Resource resource);

    /** @throws Refusal where there is none with this id; the same words as for one that is not for the reader */
    default Resource get(String id) {
        return findById(id).orElseThrow(() -> Refusal.notFound("library.unknown", id));
    }
}
