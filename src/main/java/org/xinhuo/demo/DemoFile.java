package org.xinhuo.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;

/**
 * Writes the files of the demo company anew with today's dates. In the project they are written as if this month were
 * {@link #WRITTEN_FOR}; everything moves by whole months, and a share that then falls on a weekend moves to the nearest
 * working day, together with its submission and its ratings.
 */
final class DemoFile {

    /** The month that the files take for the present one; the shares lie in the three before it. */
    static final YearMonth WRITTEN_FOR = YearMonth.of(2026, 1);

    private static final Set<String> DAYS = Set.of("hiredOn", "assessedOn", "since");
    private static final Set<String> MOMENTS = Set.of("startsAt", "submittedAt", "ratedAt");

    private final long months;
    private final Map<String, Duration> movedShares = new HashMap<>();

    DemoFile(YearMonth thisMonth) {
        this.months = ChronoUnit.MONTHS.between(WRITTEN_FOR, thisMonth);
    }

    /** Shares come before their ratings, which move as far as they do. */
    void write(String kind, Path target) throws IOException {
        try (Reader text = new InputStreamReader(
                        new ClassPathResource("demo/" + kind + ".csv").getInputStream(), StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> records = CsvReader.builder().ofNamedCsvRecord(text);
                CsvWriter out = CsvWriter.builder().build(target)) {
            boolean first = true;
            for (NamedCsvRecord row : records) {
                if (first) {
                    out.writeRecord(row.getHeader());
                    first = false;
                }
                out.writeRecord(moved(row));
            }
        }
    }

    private List<String> moved(NamedCsvRecord row) {
        Map<String, String> fields = row.getFieldsAsMap();
        if (fields.containsKey("startsAt")) {
            OffsetDateTime written = OffsetDateTime.parse(row.getField("startsAt"));
            OffsetDateTime start = onWorkingDay(written.plusMonths(months));
            movedShares.put(row.getField("id"), Duration.between(written, start));
        }
        List<String> values = new ArrayList<>();
        for (String column : row.getHeader()) {
            String value = row.getField(column);
            if (value.isEmpty()) {
                values.add(value);
            } else if (DAYS.contains(column)) {
                values.add(LocalDate.parse(value).plusMonths(months).toString());
            } else if (column.equals("period")) {
                values.add(YearMonth.parse(value).plusMonths(months).toString());
            } else if (MOMENTS.contains(column)) {
                Duration by = movedShares.getOrDefault(
                        fields.containsKey("shareId") ? row.getField("shareId") : row.getField("id"), Duration.ZERO);
                values.add(OffsetDateTime.parse(value).plus(by).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
            } else {
                values.add(value);
            }
        }
        return values;
    }

    /** Days of the files lie between the 4th and the 25th, so that a share never leaves its month. */
    private static OffsetDateTime onWorkingDay(OffsetDateTime moment) {
        DayOfWeek day = moment.getDayOfWeek();
        return switch (day) {
            case SATURDAY -> moment.minusDays(1);
            case SUNDAY -> moment.plusDays(1);
            default -> moment;
        };
    }
}
