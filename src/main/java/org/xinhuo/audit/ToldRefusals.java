package org.xinhuo.audit;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.xinhuo.base.Texts;
import org.xinhuo.people.Employee;
import org.xinhuo.people.Employees;

/** Says in one language who was refused what. */
@Component
class ToldRefusals {

    /** The newest that a story tells. */
    static final int MOST = 200;

    private static final String ACTION = "audit.refusal.action.";

    private final Refusals refusals;
    private final Employees employees;
    private final MessageSource messages;
    private final Texts texts;

    ToldRefusals(Refusals refusals, Employees employees, MessageSource messages, Texts texts) {
        this.refusals = refusals;
        this.employees = employees;
        this.messages = messages;
        this.texts = texts;
    }

    /** @param processes the processes of the story, for the names of their tasks */
    List<Story.Refused> of(String businessKey, List<String> processes, Locale locale) {
        return told(refusals.of(businessKey, MOST), processes, locale);
    }

    /**
     * All of them, the newest first.
     *
     * @param person whose; empty for everybody's
     */
    List<Story.Refused> newest(String person, int offset, int most, Locale locale) {
        return person.indexOf('\0') >= 0 ? List.of() : told(refusals.newest(person, offset, most), List.of(), locale);
    }

    private List<Story.Refused> told(List<Refusals.Row> rows, List<String> processes, Locale locale) {
        Set<String> ids = rows.stream().map(Refusals.Row::person).collect(Collectors.toSet());
        Map<String, String> names =
                employees.findAllById(ids).stream().collect(Collectors.toMap(Employee::id, Employee::name));
        return rows.stream()
                .map(row -> told(row, names.getOrDefault(row.person(), row.person()), processes, locale))
                .toList();
    }

    private Story.Refused told(Refusals.Row row, String name, List<String> processes, Locale locale) {
        return new Story.Refused(
                row.firstAt(),
                row.lastAt(),
                row.person(),
                row.channel(),
                row.action(),
                row.businessKey().isEmpty() ? null : row.businessKey(),
                row.task(),
                row.resourceId().isEmpty() ? null : row.resourceId(),
                row.reason(),
                row.times(),
                texts.text(
                        locale,
                        "audit.refusal.line",
                        name,
                        action(row, processes, locale),
                        row.times(),
                        texts.text(locale, "audit.refusal.channel." + row.channel())));
    }

    private String action(Refusals.Row row, List<String> processes, Locale locale) {
        Object[] task = {taskName(row.task(), processes, locale)};
        String known = messages.getMessage(ACTION + row.action(), task, null, locale);
        return known != null ? known : texts.text(locale, "audit.refusal.request", row.action());
    }

    private String taskName(@Nullable String task, List<String> processes, Locale locale) {
        if (task == null) {
            return "–";
        }
        return processes.stream()
                .map(process -> messages.getMessage("task." + process + "." + task, null, null, locale))
                .filter(name -> name != null)
                .findFirst()
                .orElse(task);
    }
}
