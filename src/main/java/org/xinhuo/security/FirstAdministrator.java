package org.xinhuo.security;

import java.util.Locale;
import java.util.TreeSet;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinhuo.base.Refusal;
import org.xinhuo.base.Texts;
import org.xinhuo.people.AddEmployee;
import org.xinhuo.people.Groups;

/**
 * Outside the demo, an empty company gets its first administrator from the environment: {@code XINHUO_ADMIN_ID} and
 * {@code XINHUO_ADMIN_PASSWORD}. Where there is an administrator already, both are ignored: whoever can set variables
 * must not be able to take over a company that runs.
 */
@Component
class FirstAdministrator implements SmartInitializingSingleton {

    private static final String ROLE = "camunda-admin";

    private final boolean demo;
    private final String id;
    private final String password;
    private final AddEmployee addEmployee;
    private final Groups groups;
    private final SetPassword setPassword;
    private final Texts texts;
    private final TransactionTemplate transaction;

    FirstAdministrator(
            @Value("${xinhuo.demo}") boolean demo,
            @Value("${xinhuo.admin.id:}") String id,
            @Value("${xinhuo.admin.password:}") String password,
            AddEmployee addEmployee,
            Groups groups,
            SetPassword setPassword,
            Texts texts,
            TransactionTemplate transaction) {
        this.demo = demo;
        this.id = id.strip();
        this.password = password;
        this.addEmployee = addEmployee;
        this.groups = groups;
        this.setPassword = setPassword;
        this.texts = texts;
        this.transaction = transaction;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (demo || !groups.members(ROLE).isEmpty()) {
            return;
        }
        if (id.isEmpty() || password.isEmpty()) {
            throw new NoAdministrator("there is no administrator yet, and XINHUO_ADMIN_ID and XINHUO_ADMIN_PASSWORD"
                    + " do not both name the first one.");
        }
        try {
            transaction.executeWithoutResult(status -> make());
        } catch (Refusal refusal) {
            throw new NoAdministrator("the first administrator named by XINHUO_ADMIN_ID and XINHUO_ADMIN_PASSWORD is"
                    + " not accepted: "
                    + texts.text(
                            Locale.ENGLISH, refusal.code(), refusal.arguments().toArray()));
        }
    }

    private void make() {
        addEmployee.ifMissing(id, id, "Administration", "Administrator");
        setPassword.set(id, password);
        TreeSet<String> roles = new TreeSet<>(groups.of(id));
        roles.retainAll(Groups.GIVEN_BY_HAND);
        roles.add(ROLE);
        groups.giveRoles(id, roles);
        if (!groups.members(ROLE).contains(id)) {
            throw new NoAdministrator("XINHUO_ADMIN_ID names somebody who has left the company.");
        }
    }
}
