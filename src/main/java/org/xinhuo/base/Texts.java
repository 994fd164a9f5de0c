package org.xinhuo.base;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The words of the product, in the language of whoever reads them. */
@Component
public class Texts {

    /** What stands in a sentence where an argument is missing. */
    private static final Pattern UNFILLED = Pattern.compile("\\{\\d+}");

    private static final Pattern MONTH = Pattern.compile("[1-9]\\d{3}-(0[1-9]|1[0-2])");

    private static final String MISSING = "–";

    /** More than any sentence has. */
    private static final int MOST_ARGUMENTS = 20;

    private final MessageSource messages;

    Texts(MessageSource messages) {
        this.messages = messages;
    }

    /** In the language of the request that is being served; English where there is none. */
    public String text(String code, Object... arguments) {
        return text(LocaleContextHolder.getLocale(), code, arguments);
    }

    /** A missing text shows its code: ugly, and therefore found. */
    public String text(Locale locale, String code, Object... arguments) {
        return messages.getMessage(code, arguments, code, locale);
    }

    /** The name of a month in the language of the request that is being served. */
    public String month(YearMonth month) {
        return month(LocaleContextHolder.getLocale(), month);
    }

    /** The name of a month, such as "2026年3月" or "March 2026". */
    public String month(Locale locale, YearMonth month) {
        return DateTimeFormatter.ofPattern(text(locale, "base.month"), locale).format(month);
    }

    /**
     * The sentence of something that was stored, perhaps before the sentence had as many arguments as it has now. A part
     * that chooses by a missing number says what it says for 0; any other missing value is a dash.
     */
    public String stored(Locale locale, String code, Object... arguments) {
        String said = text(locale, code, arguments);
        if (!UNFILLED.matcher(said).find()) {
            return said;
        }
        Object[] all = Arrays.copyOf(arguments, Math.max(arguments.length, MOST_ARGUMENTS));
        Arrays.fill(all, arguments.length, all.length, 0);
        for (int index = arguments.length; index < all.length; index++) {
            all[index] = MISSING;
            try {
                text(locale, code, all);
            } catch (IllegalArgumentException choosesByANumber) {
                all[index] = 0;
            }
        }
        return text(locale, code, all);
    }

    /**
     * The sentence of a refusal, in the language of the request that is being served; a month in it is written as there.
     * Where the first argument is the field itself, the sentence names it as the form does.
     */
    public String sentence(Refusal refusal) {
        Object[] arguments = refusal.arguments().toArray();
        String field = refusal.field();
        if (field != null && arguments.length > 0 && field.equals(arguments[0])) {
            arguments[0] = label(field);
        }
        Locale locale = LocaleContextHolder.getLocale();
        for (int index = 0; index < arguments.length; index++) {
            if (arguments[index] instanceof String text && MONTH.matcher(text).matches()) {
                arguments[index] = month(locale, YearMonth.parse(text));
            }
        }
        return text(locale, refusal.code(), arguments);
    }

    /**
     * A field as the form names it: {@code goals[2].actions[1].dueOn} is "目标 2 › 行动 1 › 截止日期". A part without a
     * label ({@code field.<name>} in the bundles) stays as it is.
     */
    public String label(String field) {
        Locale locale = LocaleContextHolder.getLocale();
        return Arrays.stream(field.split("\\.", -1))
                .map(part -> partLabel(part, locale))
                .collect(Collectors.joining(" › "));
    }

    private String partLabel(String part, Locale locale) {
        int bracket = part.endsWith("]") ? part.lastIndexOf('[') : -1;
        String name = bracket < 0 ? part : part.substring(0, bracket);
        String position = bracket < 0 ? "" : part.substring(bracket + 1, part.length() - 1);
        String label = messages.getMessage("field." + name, null, null, locale);
        if (label == null) {
            return part;
        }
        return position.isEmpty() ? label : label + " " + position;
    }
}
