package org.xinhuo.mentoring.progress;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.xinhuo.base.Refusal;

/**
 * What the mentee writes into an item.
 *
 * @param title 1 to 200 characters
 * @param dueOn null where there is no day to keep
 * @param note up to 2000 characters, may be empty
 */
public record ItemFields(String title, @Nullable LocalDate dueOn, ProgressStatus status, String note) {

    static final int TITLE = 200;
    static final int TEXT = 2000;

    /** A blank item, for the first change to begin from. */
    public static final ItemFields BLANK = new ItemFields("", null, ProgressStatus.PLANNED, "");

    /** @throws Refusal where it is empty or too long */
    public ItemFields withTitle(@Nullable String text) {
        return new ItemFields(required("title", text, TITLE), dueOn, status, note);
    }

    /**
     * @param day ISO 8601; empty or null for none
     * @throws Refusal where it is no day between 2000 and 2100
     */
    public ItemFields withDueOn(@Nullable String day) {
        return new ItemFields(title, day == null || day.isBlank() ? null : day(day.strip()), status, note);
    }

    /** @throws Refusal where it is no code of {@link ProgressStatus} */
    public ItemFields withStatus(@Nullable String code) {
        if (code == null || code.isBlank()) {
            throw Refusal.invalid("status", "form.required", "status");
        }
        ProgressStatus known = ProgressStatus.of(code.strip())
                .orElseThrow(() -> Refusal.invalid("status", "form.notOneOf", "status", code, ProgressStatus.codes()));
        return new ItemFields(title, dueOn, known, note);
    }

    /** @throws Refusal where it is too long */
    public ItemFields withNote(@Nullable String text) {
        return new ItemFields(title, dueOn, status, optional("note", text, TEXT));
    }

    static String required(String field, @Nullable String text, int most) {
        String clean = optional(field, text, most);
        if (clean.isEmpty()) {
            throw Refusal.invalid(field, "form.required", field);
        }
        return clean;
    }

    static String optional(String field, @Nullable String text, int most) {
        String clean = text == null ? "" : text.replace("\0", "").strip();
        if (clean.codePointCount(0, clean.length()) > most) {
            throw Refusal.invalid(field, "form.tooLong", field, most);
        }
        return clean;
    }

    private static LocalDate day(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() >= 2000 && day.getYear() < 2100) {
                return day;
            }
        } catch (DateTimeParseException noDay) {
            throw Refusal.invalid("dueOn", "form.notADate", "dueOn");
        }
        throw Refusal.invalid("dueOn", "form.notADate", "dueOn");
    }
}
