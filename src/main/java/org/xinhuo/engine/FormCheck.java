package org.xinhuo.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.json.SpinJsonNode;
import org.jspecify.annotations.Nullable;
import org.xinhuo.base.Refusal;

/**
 * Turns what somebody submitted into checked values, or refuses with the field and the reason. Knows types, ranges and
 * the list of fields; rules of the business are checked by the use case behind the task.
 */
final class FormCheck {

    /** "0E-999999999" is a number to Java and a flood of zeros to a database. */
    private static final int MOST_PLACES = 20;

    private final ZoneId zone;
    private final ObjectMapper json;

    FormCheck(ZoneId zone, ObjectMapper json) {
        this.zone = zone;
        this.json = json;
    }

    FormInput check(List<FormField> fields, Map<String, ?> submitted, String submittedBy) {
        return new FormInput(submittedBy, checked(fields, submitted, "", submittedBy));
    }

    private Map<String, Object> checked(
            List<FormField> fields, Map<String, ?> submitted, String path, String submittedBy) {
        Set<String> allowed = fields.stream().map(FormField::name).collect(Collectors.toSet());
        submitted.keySet().stream()
                .filter(name -> !allowed.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw Refusal.invalid(path + name, "form.unknownField", path + name, name);
                });
        Map<String, Object> values = new LinkedHashMap<>();
        for (FormField field : fields) {
            String where = path + field.name();
            Object submittedValue = plain(submitted, field.name());
            Object raw = field.type() == FormField.Type.LIST ? unwrapped(submittedValue) : submittedValue;
            if (raw == null || raw instanceof String text && text.isBlank()) {
                if (field.required()) {
                    throw Refusal.invalid(where, "form.required", where);
                }
                continue;
            }
            values.put(field.name(), value(field, raw, where, submittedBy));
        }
        return values;
    }

    /**
     * What was sent, as it was sent: JSON and serialised objects as their text. Asking the engine for the value would
     * parse what may be broken, or make an object of a class that the sender names.
     */
    private static @Nullable Object plain(Map<String, ?> submitted, String name) {
        Object sent = submitted instanceof VariableMap variables
                ? variables.<TypedValue>getValueTyped(name)
                : submitted.get(name);
        if (sent instanceof SerializableValue serializable) {
            String text = serializable.getValueSerialized();
            return text != null || !serializable.isDeserialized() ? text : serializable.getValue();
        }
        return sent instanceof TypedValue typed ? typed.getValue() : sent;
    }

    private Object value(FormField field, Object raw, String where, String submittedBy) {
        return switch (field.type()) {
            case TEXT -> text(field, raw, where);
            case FLAG -> flag(raw, where);
            case INTEGER -> integer(field, raw, where);
            case NUMBER -> number(field, raw, where);
            case DATE -> date(raw, where);
            case INSTANT -> instant(raw, where);
            case LIST -> list(field, raw, where, submittedBy);
        };
    }

    private static String text(FormField field, Object raw, String where) {
        if (!(raw instanceof String) && !(raw instanceof Number)) {
            throw Refusal.invalid(where, "form.notAText", where);
        }
        String text = raw.toString().strip();
        if (text.indexOf('\0') >= 0) {
            throw Refusal.invalid(where, "form.notAText", where);
        }
        if (!field.options().isEmpty() && !field.options().contains(text)) {
            throw Refusal.invalid(where, "form.notOneOf", where, text, String.join(", ", field.options()));
        }
        BigDecimal max = field.max();
        if (max != null && text.length() > max.intValueExact()) {
            throw Refusal.invalid(where, "form.tooLong", where, max);
        }
        return text;
    }

    private static Boolean flag(Object raw, String where) {
        if (raw instanceof Boolean flag) {
            return flag;
        }
        if ("true".equals(raw) || "false".equals(raw)) {
            return Boolean.valueOf(raw.toString());
        }
        throw Refusal.invalid(where, "form.notAFlag", where);
    }

    private static Integer integer(FormField field, Object raw, String where) {
        try {
            return number(field, raw, where).intValueExact();
        } catch (ArithmeticException fraction) {
            throw Refusal.invalid(where, "form.notAnInteger", where);
        }
    }

    private static BigDecimal number(FormField field, Object raw, String where) {
        String written = raw.toString().strip();
        if (!(raw instanceof Number) && !(raw instanceof String) || written.length() > 40) {
            throw Refusal.invalid(where, "form.notANumber", where);
        }
        BigDecimal number;
        try {
            number = new BigDecimal(written);
        } catch (NumberFormatException notANumber) {
            throw Refusal.invalid(where, "form.notANumber", where);
        }
        BigDecimal min = field.min();
        BigDecimal max = field.max();
        if (Math.abs(number.scale()) > MOST_PLACES) {
            throw Refusal.invalid(where, "form.notANumber", where);
        }
        if (min != null && number.compareTo(min) < 0 || max != null && number.compareTo(max) > 0) {
            throw Refusal.invalid(where, "form.outOfRange", where, String.valueOf(min), String.valueOf(max));
        }
        return number;
    }

    private LocalDate date(Object raw, String where) {
        if (raw instanceof Date date) {
            return date.toInstant().atZone(zone).toLocalDate();
        }
        try {
            LocalDate date = LocalDate.parse(raw.toString().strip());
            if (date.getYear() < 1900 || date.getYear() > 9999) {
                throw new DateTimeException("out of range");
            }
            return date;
        } catch (DateTimeException notADate) {
            throw Refusal.invalid(where, "form.notADate", where);
        }
    }

    /** With an offset it is exact; without one it is meant in the company's zone. */
    private Instant instant(Object raw, String where) {
        if (raw instanceof Date date) {
            return date.toInstant();
        }
        String written = raw.toString().strip();
        try {
            return OffsetDateTime.parse(written.replaceFirst("([+-]\\d{2})(\\d{2})$", "$1:$2"))
                    .toInstant();
        } catch (DateTimeException withoutOffset) {
            try {
                return LocalDateTime.parse(written).atZone(zone).toInstant();
            } catch (DateTimeException notAnInstant) {
                throw Refusal.invalid(where, "form.notAnInstant", where);
            }
        }
    }

    private List<FormInput> list(FormField field, Object raw, String where, String submittedBy) {
        if (!(raw instanceof List<?> entries)) {
            throw Refusal.invalid(where, "form.notAList", where);
        }
        int fewest = field.min() == null ? 0 : field.min().intValueExact();
        int most = field.max() == null ? Integer.MAX_VALUE : field.max().intValueExact();
        if (entries.size() < fewest || entries.size() > most) {
            throw Refusal.invalid(where, "form.listSize", where, fewest, most);
        }
        List<FormInput> inputs = new ArrayList<>();
        for (int index = 0; index < entries.size(); index++) {
            String entryPath = where + "[" + (index + 1) + "]";
            if (!(entries.get(index) instanceof Map<?, ?> entry)) {
                throw Refusal.invalid(entryPath, "form.notAnEntry", entryPath);
            }
            Map<String, Object> named = new LinkedHashMap<>();
            entry.forEach((key, value) -> named.put(String.valueOf(key), value));
            inputs.add(new FormInput(submittedBy, checked(field.items(), named, entryPath + ".", submittedBy)));
        }
        return inputs;
    }

    /** Lists come as Spin JSON from Tasklist, as text from REST clients, as Java lists from code. */
    private @Nullable Object unwrapped(@Nullable Object raw) {
        if (raw instanceof SpinJsonNode node) {
            return parsed(node.toString());
        }
        if (raw instanceof String text) {
            String trimmed = text.strip();
            if (trimmed.startsWith("[") && trimmed.endsWith("]")) {
                Object list = parsed(trimmed);
                return list instanceof List ? list : raw;
            }
        }
        return raw;
    }

    private @Nullable Object parsed(String text) {
        try {
            return json.readValue(text, Object.class);
        } catch (JsonProcessingException notJson) {
            return text;
        }
    }
}
