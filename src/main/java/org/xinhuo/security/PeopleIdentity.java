package org.xinhuo.security;

import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.GroupQuery;
import org.camunda.bpm.engine.identity.NativeUserQuery;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.TenantQuery;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.identity.UserQuery;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.TenantQueryImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.jspecify.annotations.Nullable;

/**
 * The people tables as the engine and its webapps see them: read only, and only who works here today. The engine's own
 * tables of users and groups stay empty, so nothing can be out of step and nobody makes users past us.
 */
final class PeopleIdentity implements ReadOnlyIdentityProvider {

    private final PeopleQueries queries;

    PeopleIdentity(PeopleQueries queries) {
        this.queries = queries;
    }

    @Override
    public @Nullable User findUserById(String userId) {
        return mayRead(Resources.USER, userId) ? queries.user(userId) : null;
    }

    @Override
    public UserQuery createUserQuery() {
        return new PeopleUserQuery(queries, executor());
    }

    @Override
    public UserQuery createUserQuery(CommandContext commandContext) {
        return new PeopleUserQuery(queries, null);
    }

    @Override
    public NativeUserQuery createNativeUserQuery() {
        throw new BadUserRequestException("people are not asked for by SQL");
    }

    @Override
    public boolean checkPassword(String userId, String password) {
        return queries.checkPassword(userId, password);
    }

    @Override
    public @Nullable Group findGroupById(String groupId) {
        return queries.groups().stream()
                .filter(group -> group.getId().equals(groupId))
                .findFirst()
                .orElse(null);
    }

    @Override
    public GroupQuery createGroupQuery() {
        return new PeopleGroupQuery(queries, executor());
    }

    @Override
    public GroupQuery createGroupQuery(CommandContext commandContext) {
        return new PeopleGroupQuery(queries, null);
    }

    @Override
    public @Nullable Tenant findTenantById(String tenantId) {
        return null;
    }

    @Override
    public TenantQuery createTenantQuery() {
        return new NoTenants(executor());
    }

    @Override
    public TenantQuery createTenantQuery(CommandContext commandContext) {
        return new NoTenants(null);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    /** Everybody may see himself; others by authorization. */
    static boolean mayRead(Resource resource, String id) {
        CommandContext context = Context.getCommandContext();
        Authentication who = context.getAuthentication();
        return who != null && Objects.equals(who.getUserId(), id)
                || context.getAuthorizationManager().isAuthorized(Permissions.READ, resource, id);
    }

    private static CommandExecutor executor() {
        return Context.getProcessEngineConfiguration().getCommandExecutorTxRequired();
    }

    /** One company, no tenants. */
    private static final class NoTenants extends TenantQueryImpl {

        private static final long serialVersionUID = 1L;

        @SuppressWarnings("NullAway") // the engine's own queries pass null for "in this command"
        NoTenants(@Nullable CommandExecutor executor) {
            super(executor);
        }

        @Override
        public long executeCount(CommandContext context) {
            return 0;
        }

        @Override
        public List<Tenant> executeList(CommandContext context, @Nullable Page page) {
            return List.of();
        }
    }
}
