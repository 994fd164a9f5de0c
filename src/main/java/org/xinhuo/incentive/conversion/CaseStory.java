package org.xinhuo.incentive.conversion;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.xinhuo.base.Refusal;

/**
 * What a learner tells: the situation, what was done, and what came of it.
 *
 * @param figure of the effect, at most 14 digits before and 4 after the point; or null
 * @param unit of the figure, such as {@code %} or {@code 小时}; or null
 */
public record CaseStory(
        String situation,
        String action,
        String result,
        @Nullable BigDecimal figure,
        @Nullable String unit) {

    /** Longest of each of the three texts, in characters. */
    public static final int LONGEST = 2_000;

    public static final int LONGEST_UNIT = 30;

    private static final BigDecimal TOO_LARGE = BigDecimal.TEN.pow(14);

    /** @throws Refusal where a text is missing or too long, the figure is out of range, or a unit has no figure */
    public static CaseStory of(
            @Nullable String situation,
            @Nullable String action,
            @Nullable String result,
            @Nullable BigDecimal figure,
            @Nullable String unit) {
        String of = unit == null || unit.isBlank() ? null : text("unit", unit, LONGEST_UNIT);
        if (of != null && figure == null) {
            throw Refusal.invalid("figure", "content.case.unitAlone");
        }
        return new CaseStory(
                text("situation", situation, LONGEST),
                text("action", action, LONGEST),
                text("result", result, LONGEST),
                figure == null ? null : figure(figure),
                of);
    }

    /** The figure as people write it, thousands apart and without needless zeros, with its unit; or null. */
    public @Nullable String effect() {
        if (figure == null) {
            return null;
        }
        String written = new DecimalFormat("#,##0.####", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(figure);
        return unit == null ? written : written + " " + unit;
    }

    private static BigDecimal figure(BigDecimal figure) {
        if (figure.abs().compareTo(TOO_LARGE) >= 0) {
            throw Refusal.invalid("figure", "form.outOfRange", "figure", "-99999999999999", "99999999999999");
        }
        return figure.setScale(4, RoundingMode.HALF_UP);
    }

    private static String text(String field, @Nullable String text, int longest) {
        if (text == null || text.isBlank()) {
            throw Refusal.invalid(field, "form.required", field);
        }
        if (text.length() > longest || text.indexOf('\0') >= 0) {
            throw Refusal.invalid(field, "form.tooLong", field, longest);
        }
        return text.strip();
    }
}
