package org.xinhuo.imports;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The rules that columns are made of. */
final class CellRules {

    private static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@-]{0,63}");
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,30})?");
    private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,9}");
    private static final Pattern ISO_DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern ISO_MONTH = Pattern.compile("[0-9]{4}-[0-9]{2}");
    private static final Pattern OFFSET = Pattern.compile("(?i).*(Z|[+-][0-9]{2}:?[0-9]{2}|[+-][0-9]{2})$");
    private static final Pattern COMPACT_OFFSET = Pattern.compile("([+-][0-9]{2})([0-9]{2})$");
    private static final Pattern EMAIL = Pattern.compile(
            "[^\\s@<>,;:\"()\\[\\]\\\\]{1,64}@[^\\s@<>,;:\"()\\[\\]\\\\.]+(\\.[^\\s@<>,;:\"()\\[\\]\\\\.]+)+");
    private static final Pattern REGION = Pattern.compile("[A-Z][A-Z0-9-]{1,15}");
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

    private static final int LONGEST_LIST = 20_000;
    private static final int MOST_DECIMALS = 6;

    private CellRules() {}

    private interface TextRule extends CellRule {
        @Override
        default String sqlType() {
            return "text";
        }
    }

    /** One line of text. */
    static CellRule text(int longest) {
        return (TextRule) cell -> withinLength(cell, longest);
    }

    /** Text that may have lines. */
    static CellRule lines(int longest) {
        return new TextRule() {
            @Override
            public String read(RawCell cell) throws BadCell {
                return withinLength(cell, longest).replace("\r\n", "\n").replace('\r', '\n');
            }

            @Override
            public boolean mayHaveLines() {
                return true;
            }
        };
    }

    /** The key of a person or a share: letters and digits of any script, then also . _ @ - up to 64 characters. */
    static CellRule id() {
        return (TextRule) cell -> {
            String id = cell.stripped();
            if (!ID.matcher(id).matches()) {
                throw new BadCell("imports.notAnId");
            }
            return id;
        };
    }

    static CellRule email() {
        return (TextRule) cell -> {
            String email = withinLength(cell, 254);
            if (!EMAIL.matcher(email).matches()) {
                throw new BadCell("imports.notAnEmail");
            }
            return email;
        };
    }

    static CellRule oneOf(String... allowed) {
        List<String> values = List.of(allowed);
        return (TextRule) cell -> {
            String value = cell.stripped().toLowerCase(Locale.ROOT);
            if (!values.contains(value)) {
                throw new BadCell("imports.notOneOf", String.join(", ", values));
            }
            return value;
        };
    }

    /** A BCP 47 tag such as zh-CN. */
    static CellRule locale() {
        return (TextRule) cell -> {
            try {
                Locale locale = new Locale.Builder()
                        .setLanguageTag(cell.stripped().replace('_', '-'))
                        .build();
                if (!LANGUAGES.contains(locale.getLanguage())) {
                    throw new BadCell("imports.notALocale");
                }
                return locale.toLanguageTag();
            } catch (IllformedLocaleException notATag) {
                throw new BadCell("imports.notALocale");
            }
        };
    }

    /** A name of the time zone database, such as Asia/Shanghai. */
    static CellRule timeZone() {
        return (TextRule) cell -> {
            String zone = cell.stripped();
            if (!ZONES.contains(zone)) {
                throw new BadCell("imports.notATimeZone");
            }
            return zone;
        };
    }

    static CellRule region() {
        return (TextRule) cell -> {
            String region = cell.stripped().toUpperCase(Locale.ROOT);
            if (!REGION.matcher(region).matches()) {
                throw new BadCell("imports.notARegion");
            }
            return region;
        };
    }

    /** A day; a spreadsheet's own date counts as well. */
    static CellRule date() {
        return new Typed("date") {
            @Override
            public String read(RawCell cell) throws BadCell {
                if (cell.date() != null) {
                    return inRange(cell.date().toLocalDate()).toString();
                }
                String text = cell.stripped();
                if (!ISO_DATE.matcher(text).matches()) {
                    throw new BadCell("imports.notADate");
                }
                try {
                    // The parser of java.time is strict: there is no 30th of February.
                    return inRange(LocalDate.parse(text)).toString();
                } catch (DateTimeException noSuchDay) {
                    throw new BadCell("imports.notADate");
                }
            }
        };
    }

    /** An instant with its offset; without one, or as a spreadsheet's own date, in the company's zone. */
    static CellRule instant(ZoneId companyZone) {
        return new Typed("timestamptz") {
            @Override
            public String read(RawCell cell) throws BadCell {
                try {
                    if (cell.date() != null) {
                        return instant(cell.date().atZone(companyZone).toOffsetDateTime());
                    }
                    String text = cell.stripped();
                    return OFFSET.matcher(text).matches() && text.indexOf('T') > 0
                            ? instant(OffsetDateTime.parse(withColon(text), DateTimeFormatter.ISO_OFFSET_DATE_TIME))
                            : instant(LocalDateTime.parse(text, DateTimeFormatter.ISO_LOCAL_DATE_TIME)
                                    .atZone(companyZone)
                                    .toOffsetDateTime());
                } catch (DateTimeException noSuchMoment) {
                    throw new BadCell("imports.notAnInstant");
                }
            }

            /** ISO 8601 writes +0800 as well as +08:00; java.time reads the second alone. */
            private String withColon(String text) {
                return COMPACT_OFFSET.matcher(text).replaceFirst("$1:$2");
            }

            private String instant(OffsetDateTime moment) throws BadCell {
                inRange(moment.toLocalDate());
                return moment.toInstant().toString();
            }
        };
    }

    /** yyyy-MM; a spreadsheet turns that into a date of its own, which counts as well. */
    static CellRule month() {
        return (TextRule) cell -> {
            if (cell.date() != null) {
                return YearMonth.from(inRange(cell.date().toLocalDate())).toString();
            }
            String text = cell.stripped();
            if (!ISO_MONTH.matcher(text).matches()) {
                throw new BadCell("imports.notAMonth");
            }
            try {
                YearMonth month = YearMonth.parse(text);
                inRange(month.atDay(1));
                return month.toString();
            } catch (DateTimeException noSuchMonth) {
                throw new BadCell("imports.notAMonth");
            }
        };
    }

    /** 0 to 5. */
    static CellRule level() {
        return decimal("0", "5");
    }

    /** A plain number between two bounds, both included, with at most six decimals. */
    static CellRule decimal(String least, String most) {
        BigDecimal from = new BigDecimal(least);
        BigDecimal to = new BigDecimal(most);
        return new NumberRule("numeric") {
            @Override
            public String read(RawCell cell) throws BadCell {
                BigDecimal number = number(cell);
                if (number.compareTo(from) < 0 || number.compareTo(to) > 0) {
                    throw new BadCell("imports.outOfRange", from.toPlainString(), to.toPlainString());
                }
                return number.toPlainString();
            }
        };
    }

    /** A plain number above 0. */
    static CellRule positive(String most) {
        BigDecimal to = new BigDecimal(most);
        return new NumberRule("numeric") {
            @Override
            public String read(RawCell cell) throws BadCell {
                BigDecimal number = number(cell);
                if (number.signum() <= 0 || number.compareTo(to) > 0) {
                    throw new BadCell("imports.notPositive", to.toPlainString());
                }
                return number.toPlainString();
            }
        };
    }

    /** A whole number between two bounds, both included. */
    static CellRule integer(int least, int most) {
        return new NumberRule("integer") {
            @Override
            public String read(RawCell cell) throws BadCell {
                String text = cell.stripped();
                if (!INTEGER.matcher(text).matches()) {
                    throw new BadCell("imports.notAnInteger");
                }
                int number = Integer.parseInt(text);
                if (number < least || number > most) {
                    throw new BadCell("imports.outOfRange", String.valueOf(least), String.valueOf(most));
                }
                return String.valueOf(number);
            }
        };
    }

    /** Ids separated by semicolons, none twice. */
    static CellRule idList() {
        return new Typed("text[]") {
            @Override
            public String read(RawCell cell) throws BadCell {
                Set<String> ids = new LinkedHashSet<>();
                for (String part : parts(cell)) {
                    if (!ID.matcher(part).matches()) {
                        throw new BadCell("imports.notAnIdInList", part);
                    }
                    if (!ids.add(part)) {
                        throw new BadCell("imports.twiceInList", part);
                    }
                }
                if (ids.size() > LONGEST_LIST) {
                    throw new BadCell("imports.listTooLong", LONGEST_LIST);
                }
                // The pattern of ids has no character that means anything in an array's spelling.
                return ids.isEmpty() ? "{}" : "{\"" + String.join("\",\"", ids) + "\"}";
            }
        };
    }

    /** Words separated by semicolons. */
    static CellRule wordList(int longest) {
        return (TextRule) cell -> {
            withinLength(cell, longest);
            return String.join(";", new LinkedHashSet<>(parts(cell)));
        };
    }

    private static List<String> parts(RawCell cell) {
        List<String> parts = new ArrayList<>();
        // People who type Chinese type the full-width semicolon.
        for (String part : cell.stripped().split("[;；]")) {
            String stripped = part.strip();
            if (!stripped.isEmpty()) {
                parts.add(stripped);
            }
        }
        return parts;
    }

    private static String withinLength(RawCell cell, int longest) throws BadCell {
        String text = cell.stripped();
        if (text.codePointCount(0, text.length()) > longest) {
            throw new BadCell("imports.tooLong", longest);
        }
        return text;
    }

    private static LocalDate inRange(LocalDate day) throws BadCell {
        if (day.getYear() < 1900 || day.getYear() > 2999) {
            throw new BadCell("imports.yearOutOfRange");
        }
        return day;
    }

    private abstract static class Typed implements CellRule {

        private final String sqlType;

        Typed(String sqlType) {
            this.sqlType = sqlType;
        }

        @Override
        public String sqlType() {
            return sqlType;
        }
    }

    private abstract static class NumberRule extends Typed {

        NumberRule(String sqlType) {
            super(sqlType);
        }

        @Override
        public boolean isNumeric() {
            return true;
        }

        BigDecimal number(RawCell cell) throws BadCell {
            String text = cell.stripped();
            if (cell.nature() == RawCell.Nature.DATE || !DECIMAL.matcher(text).matches()) {
                throw new BadCell("imports.notANumber");
            }
            BigDecimal number = new BigDecimal(text);
            if (number.stripTrailingZeros().scale() > MOST_DECIMALS) {
                throw new BadCell("imports.tooManyDecimals", MOST_DECIMALS);
            }
            return number;
        }
    }
}
