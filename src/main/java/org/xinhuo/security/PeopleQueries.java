package org.xinhuo.security;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.persistence.entity.GroupEntity;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.xinhuo.base.Texts;
import org.xinhuo.people.Directory;
import org.xinhuo.people.Directory.Search;
import org.xinhuo.people.Directory.Sorting;
import org.xinhuo.people.Groups;

/** Answers the engine's questions about people from the people tables. */
@Component
class PeopleQueries {

    /** In place of an address: the engine does not know from where somebody asks. */
    private static final String INSIDE = "engine";

    private final ObjectProvider<Directory> directory;
    private final ObjectProvider<Groups> groups;
    private final ObjectProvider<LoginRules> rules;
    private final ObjectProvider<Texts> texts;
    private final Throttle throttle;

    /** Asked for when first needed: the engine starts before the tables have their users. */
    PeopleQueries(
            ObjectProvider<Directory> directory,
            ObjectProvider<Groups> groups,
            ObjectProvider<LoginRules> rules,
            ObjectProvider<Texts> texts,
            Throttle throttle) {
        this.directory = directory;
        this.groups = groups;
        this.rules = rules;
        this.texts = texts;
        this.throttle = throttle;
    }

    @Nullable
    User user(String id) {
        List<User> found = users(Search.byId(id), Sorting.ID, false, 0, 1);
        return found.isEmpty() ? null : found.get(0);
    }

    long countUsers(Search search) {
        return directory.getObject().count(search);
    }

    List<User> users(Search search, Sorting sorting, boolean descending, int offset, int limit) {
        return directory.getObject().find(search, sorting, descending, offset, limit).stream()
                .map(PeopleQueries::user)
                .toList();
    }

    /** All groups there are, named in the language of the request. */
    List<Group> groups() {
        return Groups.ALL.stream().map(this::group).toList();
    }

    Set<String> groupsOf(String personId) {
        // Text columns hold no NUL, and the driver refuses to ask for one.
        return personId.indexOf('\0') >= 0 ? Set.of() : groups.getObject().of(personId);
    }

    /** By the rules of the login, slowed down like it: nobody guesses a colleague's password here. */
    boolean checkPassword(@Nullable String id, @Nullable String password) {
        if (id == null || password == null || throttle.pauses(id, INSIDE)) {
            return false;
        }
        boolean right = rules.getObject().belongTogether(id, password);
        if (right) {
            throttle.succeeded(id, INSIDE);
        } else {
            throttle.failed(id, INSIDE);
        }
        return right;
    }

    private static User user(Directory.Entry entry) {
        UserEntity user = new UserEntity();
        user.setId(entry.id());
        // Chinese names stand undivided, as the webapps show them: first name, then last name.
        user.setFirstName(entry.name());
        user.setLastName("");
        user.setEmail(entry.email());
        return user;
    }

    private Group group(String id) {
        GroupEntity group = new GroupEntity(id);
        group.setName(texts.getObject().text("group." + id));
        group.setType("WORKFLOW");
        return group;
    }
}
