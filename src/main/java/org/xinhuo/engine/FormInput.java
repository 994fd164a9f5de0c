package org.xinhuo.engine;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;

/**
 * The checked values of a submitted form. Listeners on a task's completion read it; it lives until
 * the task is completed.
 */
public final class FormInput {

    private final String submittedBy;
    private final Map<String, Object> values;

    FormInput(String submittedBy, Map<String, Object> values) {
        this.submittedBy = submittedBy;
        this.values = values;
    }

    /** The input that completes this task. */
    public static FormInput of(DelegateTask task) {
        FormInput input = Submissions.of(task.getId());
        if (input == null) {
            throw new IllegalStateException("task " + task.getTaskDefinitionKey() + " was completed without its form");
        }
        return input;
    }

    /** The person who submitted: who is logged in, else the task's assignee. */
    public String submittedBy() {
        return submittedBy;
    }

    public boolean has(String field) {
        return values.containsKey(field);
    }

    public String text(String field) {
        return (String) required(field);
    }

    public @Nullable String textOrNull(String field) {
        return (String) values.get(field);
    }

    public boolean flag(String field) {
        return (Boolean) required(field);
    }

    public int integer(String field) {
        return (Integer) required(field);
    }

    public BigDecimal number(String field) {
        return (BigDecimal) required(field);
    }

    public LocalDate date(String field) {
        return (LocalDate) required(field);
    }

    public Instant instant(String field) {
        return (Instant) required(field);
    }

    /** The entries of a list; none where an optional list is missing. */
    @SuppressWarnings("unchecked")
    public List<FormInput> list(String field) {
        return (List<FormInput>) values.getOrDefault(field, List.of());
    }

    private Object required(String field) {
        Object value = values.get(field);
        if (value == null) {
            throw new NoSuchElementException("the form has no value named " + field);
        }
        return value;
    }
}
