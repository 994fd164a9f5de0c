package org.xinhuo.mentoring.progress;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** All suggestions on all items. */
interface ProgressSuggestions extends Repository<ProgressSuggestion, String> {

    Optional<ProgressSuggestion> findById(String id);

    List<ProgressSuggestion> findByItemIdInOrderByMadeAtAscIdAsc(Collection<String> itemIds);

    long countByItemId(String itemId);

    ProgressSuggestion saveAndFlush(ProgressSuggestion suggestion);
}
