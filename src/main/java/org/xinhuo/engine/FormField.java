package org.xinhuo.engine;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One value that a user task takes in, and the rule it must keep.
 *
 * @param name the key in the form and over REST, as in the contract
 * @param min smallest number, or fewest entries of a list
 * @param max largest number, most entries of a list, or most characters of a text
 * @param options the only allowed texts; empty where any will do
 * @param items the fields of each entry of a list
 * @param required whether it may be missing or empty
 * @param kept whether it stays in the process as a variable because a gateway or a decision reads it; everything else
 *     is gone when the step is done
 */
public record FormField(
        String name,
        Type type,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        List<String> options,
        List<FormField> items,
        boolean required,
        boolean kept) {

    /** What a value must be. Dates are ISO 8601 days, instants ISO 8601 with an offset or in the company's zone. */
    public enum Type {
        TEXT,
        FLAG,
        INTEGER,
        NUMBER,
        DATE,
        INSTANT,
        LIST
    }

    public static FormField text(String name, int maxCharacters) {
        return new FormField(
                name, Type.TEXT, null, BigDecimal.valueOf(maxCharacters), List.of(), List.of(), true, false);
    }

    /** A text out of a fixed set. */
    public static FormField choice(String name, String... options) {
        return new FormField(name, Type.TEXT, null, null, List.of(options), List.of(), true, false);
    }

    public static FormField flag(String name) {
        return new FormField(name, Type.FLAG, null, null, List.of(), List.of(), true, false);
    }

    public static FormField integer(String name, int min, int max) {
        return new FormField(
                name,
                Type.INTEGER,
                BigDecimal.valueOf(min),
                BigDecimal.valueOf(max),
                List.of(),
                List.of(),
                true,
                false);
    }

    /** A decimal number, both ends included. */
    public static FormField number(String name, int min, int max) {
        return new FormField(
                name, Type.NUMBER, BigDecimal.valueOf(min), BigDecimal.valueOf(max), List.of(), List.of(), true, false);
    }

    public static FormField date(String name) {
        return new FormField(name, Type.DATE, null, null, List.of(), List.of(), true, false);
    }

    public static FormField instant(String name) {
        return new FormField(name, Type.INSTANT, null, null, List.of(), List.of(), true, false);
    }

    public static FormField list(String name, int fewest, int most, FormField... items) {
        return new FormField(
                name,
                Type.LIST,
                BigDecimal.valueOf(fewest),
                BigDecimal.valueOf(most),
                List.of(),
                List.of(items),
                true,
                false);
    }

    /** May be left out, null or empty. */
    public FormField optional() {
        return new FormField(name, type, min, max, options, items, false, kept);
    }

    /** Stays in the process: a gateway's answer or a decision's input. Never for lists. */
    public FormField keptInProcess() {
        return new FormField(name, type, min, max, options, items, required, true);
    }
}
