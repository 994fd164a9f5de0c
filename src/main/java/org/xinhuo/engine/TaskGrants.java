package org.xinhuo.engine;

import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

/**
 * Grants on a task follow its assignee and candidates. The engine's own provider only ever gives: who once had a task
 * could read it for as long as it was open.
 */
class TaskGrants extends DefaultAuthorizationProvider {

    @Override
    public AuthorizationEntity @Nullable [] newTaskAssignee(
            Task task, @Nullable String oldAssignee, @Nullable String newAssignee) {
        if (oldAssignee != null && !oldAssignee.equals(newAssignee) && !isStillInvolved(task, oldAssignee)) {
            take(task, oldAssignee);
        }
        return super.newTaskAssignee(task, oldAssignee, newAssignee);
    }

    @Override
    public AuthorizationEntity @Nullable [] deleteTaskUserIdentityLink(Task task, String userId, String type) {
        if (userId.equals(task.getAssignee())) {
            return null;
        }
        return existing(getGrantAuthorizationByUserId(userId, Resources.TASK, task.getId()));
    }

    @Override
    public AuthorizationEntity @Nullable [] deleteTaskGroupIdentityLink(Task task, String groupId, String type) {
        return existing(getGrantAuthorizationByGroupId(groupId, Resources.TASK, task.getId()));
    }

    private static boolean isStillInvolved(Task task, String userId) {
        Set<IdentityLink> candidates = ((TaskEntity) task).getCandidates();
        return candidates.stream().anyMatch(link -> userId.equals(link.getUserId()));
    }

    private static void take(Task task, String userId) {
        AuthorizationManager authorizations = Context.getCommandContext().getAuthorizationManager();
        AuthorizationEntity grant = authorizations.findAuthorizationByUserIdAndResourceId(
                Authorization.AUTH_TYPE_GRANT, userId, Resources.TASK, task.getId());
        if (grant != null) {
            Context.getCommandContext().runWithoutAuthorization(() -> {
                authorizations.delete(grant);
                return Objects.requireNonNull(grant);
            });
        }
    }

    private static AuthorizationEntity @Nullable [] existing(@Nullable AuthorizationEntity grant) {
        return grant == null ? null : new AuthorizationEntity[] {grant};
    }
}
