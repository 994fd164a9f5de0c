package org.xinhuo.audit;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.xinhuo.base.Refusal;
import org.xinhuo.people.Groups;

/** Who may read everybody's history: auditors, and the engine's administrators. */
@Component
class AuditRights {

    private static final Set<String> READERS = Set.of("auditor", "camunda-admin");

    private final Groups groups;

    AuditRights(Groups groups) {
        this.groups = groups;
    }

    /** @throws Refusal where this person may not read histories */
    void require(String personId) {
        if (groups.of(personId).stream().noneMatch(READERS::contains)) {
            throw Refusal.forbidden("audit.forAuditorsOnly");
        }
    }
}
