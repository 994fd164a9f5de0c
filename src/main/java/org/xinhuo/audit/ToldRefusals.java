package org.xinhuo.audit;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
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
    private static final Set<String> SAYING_NOTHING = Set.of(NoteRefusal.DOOR, NoteRefusal.HIDDEN);
    private static final Pattern FIGURE = Pattern.compile("\\{\\d+[^{}]*}");

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
                inWords(row, name, processes, locale));
    }

    /** What was asked for, where that has a name; else the call, and what the person was told where that says something. */
    private String inWords(Refusals.Row row, String name, List<String> processes, Locale locale) {
        String channel = texts.text(locale, "audit.refusal.channel." + row.channel());
        Object[] task = {taskName(row.task(), processes, locale)};
        String action = messages.getMessage(ACTION + row.action(), task, null, locale);
        String sentence = action == null ? sentence(row.reason(), locale) : null;
        if (sentence != null) {
            return texts.text(locale, "audit.refusal.told", name, sentence, row.times(), channel, row.action());
        }
        return texts.text(
                locale,
                "audit.refusal.line",
                name,
                action != null ? action : texts.text(locale, "audit.refusal.request", row.action()),
                row.times(),
                channel);
    }

    /** What it spoke of is not kept, only its code. Null where it says no more than that something is not allowed. */
    private @Nullable String sentence(String reason, Locale locale) {
        String known = SAYING_NOTHING.contains(reason) ? null : messages.getMessage(reason, null, null, locale);
        if (known == null) {
            return null;
        }
        String sentence = FIGURE.matcher(known).replaceAll("…");
        return sentence.indexOf('{') >= 0 ? null : sentence.replace("''", "'");
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
