package org.xinhuo.incentive.web;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xinhuo.base.Texts;
import org.xinhuo.incentive.invitation.Audiences;
import org.xinhuo.people.Employee;
import org.xinhuo.people.Employees;

/** An audience as people read it: names instead of ids and keys. */
@Component
class AudienceNames {

    private static final String GROUP = "rota.group.";

    private final Employees employees;
    private final Texts texts;

    AudienceNames(Employees employees, Texts texts) {
        this.employees = employees;
        this.texts = texts;
    }

    /** By the audience as it is written; one query, however many audiences. */
    Map<String, String> of(Collection<@Nullable String> written, Locale locale) {
        List<String> parts = written.stream()
                .flatMap(audience -> Audiences.parts(audience).stream())
                .distinct()
                .toList();
        Map<String, String> people = parts.isEmpty()
                ? Map.of()
                : employees.findAllById(parts).stream().collect(Collectors.toMap(Employee::id, Employee::name));
        Map<String, String> named = new HashMap<>();
        for (String audience : written) {
            if (audience != null) {
                named.put(
                        audience,
                        Audiences.parts(audience).stream()
                                .map(part -> people.containsKey(part) ? people.get(part) : group(part, locale))
                                .collect(Collectors.joining(texts.text(locale, "rota.page.and"))));
            }
        }
        return named;
    }

    private String group(String part, Locale locale) {
        String name = texts.text(locale, GROUP + part);
        return name.startsWith(GROUP) ? part : name;
    }
}
