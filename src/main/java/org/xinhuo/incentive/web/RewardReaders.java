package org.xinhuo.incentive.web;

import java.security.Principal;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.xinhuo.base.Refusal;
import org.xinhuo.people.Groups;

/** Who reads the ledger, and who pays from it. */
@Component
class RewardReaders {

    private static final Set<String> READ_EVERYBODYS = Set.of("hr", "auditor", "camunda-admin");

    private static final Set<String> PAY = Set.of("hr", "camunda-admin");

    private final Groups groups;

    RewardReaders(Groups groups) {
        this.groups = groups;
    }

    boolean readsAll(Principal reader) {
        return isAnyOf(READ_EVERYBODYS, reader);
    }

    boolean pays(Principal person) {
        return isAnyOf(PAY, person);
    }

    /** @throws Refusal unless this person reads everybody's entries */
    void refuseUnlessReadsAll(Principal reader) {
        if (!readsAll(reader)) {
            throw Refusal.forbidden("reward.onlyAuditorsRead");
        }
    }

    /** @throws Refusal unless this person pays */
    void refuseUnlessPays(Principal person) {
        if (!pays(person)) {
            throw Refusal.forbidden("incentive.onlyHrPays");
        }
    }

    private boolean isAnyOf(Set<String> wanted, Principal person) {
        return groups.of(person.getName()).stream().anyMatch(wanted::contains);
    }
}
