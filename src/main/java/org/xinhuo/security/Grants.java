package org.xinhuo.security;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.BatchPermissions;
import org.camunda.bpm.engine.authorization.HistoricProcessInstancePermissions;
import org.camunda.bpm.engine.authorization.HistoricTaskPermissions;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.SystemPermissions;
import org.camunda.bpm.engine.authorization.UserOperationLogCategoryPermissions;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * What each group may do in the engine, written at every start. Who works on a task is not here: the engine grants that
 * task by task, to its assignee and candidates alone.
 */
@Component
class Grants implements SmartInitializingSingleton {

    private static final List<String> MENTORING = List.of(
            "mentoring",
            "matching",
            "plan-negotiation",
            "coaching",
            "evaluation",
            "cohort",
            "cohort-withdrawal",
            "departure",
            "duty-settlement");
    private static final List<String> LECTURING = List.of(
            "sharing",
            "monthly-review",
            "month-correction",
            "review-calendar",
            "reward",
            "improvement-talk",
            "training-offer",
            "lecturer-mentoring",
            "promotion");
    private static final String EVERY = Authorization.ANY;

    private final AuthorizationService authorizations;
    private final DefaultFilters filters;

    Grants(ProcessEngine engine, DefaultFilters filters) {
        this.authorizations = engine.getAuthorizationService();
        this.filters = filters;
    }

    @Override
    public void afterSingletonsInstantiated() {
        administrators();
        employees();
        humanResources();
        processOwners();
        auditors();
    }

    private void administrators() {
        for (Resource resource : Resources.values()) {
            grant("camunda-admin", resource, EVERY, Permissions.ALL);
        }
    }

    private void employees() {
        grant("employee", Resources.APPLICATION, "tasklist", Permissions.ACCESS);
        // The company's own directory; Tasklist shows names by it.
        grant("employee", Resources.USER, EVERY, Permissions.READ);
        grant("employee", Resources.GROUP, EVERY, Permissions.READ);
        // A model says how the company works, not what anybody did.
        grant("employee", Resources.PROCESS_DEFINITION, EVERY, Permissions.READ);
        grant("employee", Resources.PROCESS_INSTANCE, EVERY, Permissions.CREATE);
        for (String process : List.of("mentoring", "promotion")) {
            grant("employee", Resources.PROCESS_DEFINITION, process, Permissions.CREATE_INSTANCE);
        }
        grant("lecturer", Resources.PROCESS_DEFINITION, "sharing", Permissions.CREATE_INSTANCE);
        grant("lecturer", Resources.PROCESS_DEFINITION, "lecturer-mentoring", Permissions.CREATE_INSTANCE);
        for (String filter : filters.ids()) {
            grant("employee", Resources.FILTER, filter, Permissions.READ);
        }
    }

    private void humanResources() {
        List<String> startable = List.of(
                "mentoring",
                "departure",
                "sharing",
                "monthly-review",
                "month-correction",
                "reward",
                "improvement-talk",
                "training-offer",
                "promotion");
        for (List<String> processes : List.of(MENTORING, LECTURING)) {
            for (String process : processes) {
                grant(
                        "hr",
                        Resources.PROCESS_DEFINITION,
                        process,
                        Permissions.READ,
                        Permissions.READ_INSTANCE,
                        Permissions.READ_HISTORY,
                        Permissions.READ_TASK,
                        // Messages and timers; changing variables or moving tokens is an administrator's, see the
                        // engine's CommandGuard.
                        Permissions.UPDATE_INSTANCE,
                        startable.contains(process) ? Permissions.CREATE_INSTANCE : Permissions.NONE);
            }
        }
    }

    private void processOwners() {
        grant("process-owner", Resources.APPLICATION, "cockpit", Permissions.ACCESS);
        // Not DELETE: a deployment takes its instances and their history along.
        grant("process-owner", Resources.DEPLOYMENT, EVERY, Permissions.CREATE, Permissions.READ);
        grant("process-owner", Resources.PROCESS_DEFINITION, EVERY, Permissions.READ);
        grant("process-owner", Resources.DECISION_DEFINITION, EVERY, Permissions.READ, Permissions.CREATE_INSTANCE);
        grant("process-owner", Resources.DECISION_REQUIREMENTS_DEFINITION, EVERY, Permissions.READ);
    }

    private void auditors() {
        grant("auditor", Resources.APPLICATION, "cockpit", Permissions.ACCESS);
        grant(
                "auditor",
                Resources.PROCESS_DEFINITION,
                EVERY,
                Permissions.READ,
                Permissions.READ_INSTANCE,
                Permissions.READ_HISTORY,
                Permissions.READ_TASK,
                ProcessDefinitionPermissions.READ_INSTANCE_VARIABLE,
                ProcessDefinitionPermissions.READ_HISTORY_VARIABLE,
                ProcessDefinitionPermissions.READ_TASK_VARIABLE);
        grant("auditor", Resources.DECISION_DEFINITION, EVERY, Permissions.READ, Permissions.READ_HISTORY);
        grant("auditor", Resources.DECISION_REQUIREMENTS_DEFINITION, EVERY, Permissions.READ);
        grant("auditor", Resources.DEPLOYMENT, EVERY, Permissions.READ);
        grant("auditor", Resources.AUTHORIZATION, EVERY, Permissions.READ);
        grant("auditor", Resources.BATCH, EVERY, BatchPermissions.READ, BatchPermissions.READ_HISTORY);
        grant("auditor", Resources.HISTORIC_TASK, EVERY, HistoricTaskPermissions.READ);
        grant("auditor", Resources.HISTORIC_PROCESS_INSTANCE, EVERY, HistoricProcessInstancePermissions.READ);
        grant("auditor", Resources.OPERATION_LOG_CATEGORY, EVERY, UserOperationLogCategoryPermissions.READ);
        grant("auditor", Resources.SYSTEM, EVERY, SystemPermissions.READ);
    }

    /** Makes the grant what it says here, whatever it was before. */
    private void grant(String group, Resource resource, String resourceId, Permission... permissions) {
        Authorization grant = authorizations
                .createAuthorizationQuery()
                .authorizationType(Authorization.AUTH_TYPE_GRANT)
                .groupIdIn(group)
                .resourceType(resource)
                .resourceId(resourceId)
                .singleResult();
        if (grant == null) {
            grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            grant.setGroupId(group);
            grant.setResource(resource);
            grant.setResourceId(resourceId);
        } else if (isExactly(grant, permissions)) {
            return;
        }
        grant.setPermissions(Arrays.stream(permissions)
                .filter(permission -> permission != Permissions.NONE)
                .toArray(Permission[]::new));
        authorizations.saveAuthorization(Objects.requireNonNull(grant));
    }

    private static boolean isExactly(Authorization grant, Permission... permissions) {
        int wanted = Arrays.stream(permissions).mapToInt(Permission::getValue).reduce(0, (all, one) -> all | one);
        return ((AuthorizationEntity) grant).getPermissions() == wanted;
    }
}
