package org.xinhuo.engine;

import java.util.List;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.FilterServiceImpl;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;
import org.camunda.bpm.engine.query.Query;

/** The engine's filter service; a filter runs no code, whenever and however it was stored. */
class GuardedFilterService extends FilterServiceImpl {

    @Override
    public Filter saveFilter(Filter filter) {
        if (filter instanceof FilterEntity entity) {
            QueryGuard.refuseHarmfulExpressions(entity.getQuery());
        }
        return super.saveFilter(filter);
    }

    @Override
    public <T> List<T> list(String filterId) {
        checkStored(filterId);
        return super.list(filterId);
    }

    @Override
    public <T, Q extends Query<?, T>> List<T> list(String filterId, Q extendingQuery) {
        check(filterId, extendingQuery);
        return super.list(filterId, extendingQuery);
    }

    @Override
    public <T> List<T> listPage(String filterId, int firstResult, int maxResults) {
        checkStored(filterId);
        return super.listPage(filterId, firstResult, maxResults);
    }

    @Override
    public <T, Q extends Query<?, T>> List<T> listPage(
            String filterId, Q extendingQuery, int firstResult, int maxResults) {
        check(filterId, extendingQuery);
        return super.listPage(filterId, extendingQuery, firstResult, maxResults);
    }

    @Override
    public <T> T singleResult(String filterId) {
        checkStored(filterId);
        return super.singleResult(filterId);
    }

    @Override
    public <T, Q extends Query<?, T>> T singleResult(String filterId, Q extendingQuery) {
        check(filterId, extendingQuery);
        return super.singleResult(filterId, extendingQuery);
    }

    @Override
    public Long count(String filterId) {
        checkStored(filterId);
        return super.count(filterId);
    }

    @Override
    public Long count(String filterId, Query<?, ?> extendingQuery) {
        check(filterId, extendingQuery);
        return super.count(filterId, extendingQuery);
    }

    private void check(String filterId, Query<?, ?> extendingQuery) {
        QueryGuard.refuseExpressions(extendingQuery);
        checkStored(filterId);
    }

    /** Reading it needs the same permission as running it; what is missing is refused by the call itself. */
    private void checkStored(String filterId) {
        commandExecutor.execute(context -> {
            FilterEntity filter = context.getFilterManager().findFilterById(filterId);
            if (filter != null) {
                QueryGuard.refuseHarmfulExpressions(filter.getQuery());
            }
            return null;
        });
    }
}
