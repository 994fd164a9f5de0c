package org.xinhuo.security;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.Direction;
import org.camunda.bpm.engine.impl.GroupQueryImpl;
import org.camunda.bpm.engine.impl.GroupQueryProperty;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.QueryOrderingProperty;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.jspecify.annotations.Nullable;

/** The engine's query for groups: eight of them, and who is in them follows the tables. */
final class PeopleGroupQuery extends GroupQueryImpl {

    private static final long serialVersionUID = 1L;

    private final transient PeopleQueries people;

    @SuppressWarnings("NullAway") // the engine's own queries pass null for "in this command"
    PeopleGroupQuery(PeopleQueries people, @Nullable CommandExecutor executor) {
        super(executor);
        this.people = people;
    }

    @Override
    public long executeCount(CommandContext context) {
        return found().size();
    }

    @Override
    public List<Group> executeList(CommandContext context, @Nullable Page page) {
        int offset = Math.max(0, page == null ? getFirstResult() : page.getFirstResult());
        int limit = Math.max(0, page == null ? getMaxResults() : page.getMaxResults());
        return found().stream().skip(offset).limit(limit).toList();
    }

    private List<Group> found() {
        checkQueryOk();
        if (tenantId != null) {
            return List.of();
        }
        Set<String> ofMember = userId == null ? null : people.groupsOf(userId);
        Pattern like = nameLike == null ? null : pattern(nameLike);
        return people.groups().stream()
                .filter(group -> id == null || id.equals(group.getId()))
                .filter(group -> ids == null || Arrays.asList(ids).contains(group.getId()))
                .filter(group -> name == null || name.equals(group.getName()))
                .filter(group -> type == null || type.equals(group.getType()))
                .filter(group -> like == null || like.matcher(group.getName()).matches())
                .filter(group -> ofMember == null || ofMember.contains(group.getId()))
                .sorted(order())
                .toList();
    }

    private Comparator<Group> order() {
        if (getOrderingProperties().isEmpty()) {
            return Comparator.comparing(Group::getId);
        }
        QueryOrderingProperty first = getOrderingProperties().get(0);
        Comparator<Group> order = GroupQueryProperty.NAME.equals(first.getQueryProperty())
                ? Comparator.comparing(Group::getName)
                : Comparator.comparing(Group::getId);
        return Direction.DESCENDING.equals(first.getDirection()) ? order.reversed() : order;
    }

    /** {@code %} is any text, as in SQL. */
    private static Pattern pattern(String like) {
        String expression = Arrays.stream(like.toLowerCase(Locale.ROOT).split("%", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".*"));
        return Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
    }
}
