package org.xinhuo.security;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.Direction;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.QueryOrderingProperty;
import org.camunda.bpm.engine.impl.UserQueryImpl;
import org.camunda.bpm.engine.impl.UserQueryProperty;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.jspecify.annotations.Nullable;
import org.xinhuo.people.Directory.Search;
import org.xinhuo.people.Directory.Sorting;

/** The engine's query for users, answered from the people tables. */
final class PeopleUserQuery extends UserQueryImpl {

    private static final long serialVersionUID = 1L;

    private final transient PeopleQueries people;

    @SuppressWarnings("NullAway") // the engine's own queries pass null for "in this command"
    PeopleUserQuery(PeopleQueries people, @Nullable CommandExecutor executor) {
        super(executor);
        this.people = people;
    }

    @Override
    public long executeCount(CommandContext context) {
        Search search = search();
        return search == null ? 0 : people.countUsers(search);
    }

    @Override
    public List<User> executeList(CommandContext context, @Nullable Page page) {
        Search search = search();
        if (search == null) {
            return List.of();
        }
        int offset = Math.max(0, page == null ? getFirstResult() : page.getFirstResult());
        int limit = Math.max(0, page == null ? getMaxResults() : page.getMaxResults());
        Sorting sorting = Sorting.ID;
        boolean descending = false;
        if (!getOrderingProperties().isEmpty()) {
            QueryOrderingProperty first = getOrderingProperties().get(0);
            descending = Direction.DESCENDING.equals(first.getDirection());
            if (UserQueryProperty.FIRST_NAME.equals(first.getQueryProperty())) {
                sorting = Sorting.NAME;
            } else if (UserQueryProperty.EMAIL.equals(first.getQueryProperty())) {
                sorting = Sorting.EMAIL;
            }
        }
        return people.users(search, sorting, descending, offset, limit);
    }

    /** What is asked for; null where nobody can match or nobody may be seen. */
    private @Nullable Search search() {
        checkQueryOk();
        if (tenantId != null || lastName != null && !lastName.isEmpty()) {
            return null;
        }
        Collection<String> wanted = ids == null ? null : Arrays.asList(ids);
        if (id != null) {
            if (wanted != null && !wanted.contains(id)) {
                return null;
            }
            wanted = List.of(id);
        }
        boolean mayReadAll = wanted != null && wanted.size() == 1
                ? PeopleIdentity.mayRead(Resources.USER, wanted.iterator().next())
                : PeopleIdentity.mayRead(Resources.USER, "*");
        if (!mayReadAll) {
            return null;
        }
        // A whole name stands in the first name; a search form may as well ask for it as the last.
        String like = firstNameLike != null ? firstNameLike : lastNameLike;
        return new Search(wanted, firstName, like, email, emailLike, groupId);
    }
}
