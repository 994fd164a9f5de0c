package org.xinhuo.demo;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.xinhuo.demo.process.DemoDays;

/**
 * One share of the month that is running, over and rated, as the files of an import; none in the first days of a month,
 * when there was no working day yet.
 */
final class RunningMonth {

    private static final String SHARE = "share-101";

    /** A learner, the mark and a comment. */
    private static final List<List<String>> RATINGS = List.of(
            List.of("mei", "9", "提问清单可以直接用"),
            List.of("liuyue", "9", ""),
            List.of("fengyifan", "8", "演练时间再长一点就更好了"),
            List.of("huangxin", "10", ""),
            List.of("yangkai", "8", ""),
            List.of("xiejie", "9", "案例很真实"));

    private final LocalDate day;
    private final YearMonth month;
    private final ZoneId zone;

    RunningMonth(LocalDate today, ZoneId zone) {
        this.day = DemoDays.before(today);
        this.month = YearMonth.from(today);
        this.zone = zone;
    }

    boolean hasShare() {
        return YearMonth.from(day).equals(month);
    }

    void shares(Path target) throws IOException {
        try (CsvWriter out = CsvWriter.builder().build(target)) {
            out.writeRecord("id", "lecturerId", "title", "startsAt", "minutes", "submittedAt", "attendees", "reuse");
            out.writeRecord(
                    SHARE,
                    "wang",
                    "听懂客户没说出口的需求",
                    at(day, 14),
                    "60",
                    at(day.minusDays(3), 10),
                    String.join(";", RATINGS.stream().map(one -> one.get(0)).toList()) + ";caiying;yuruoxi",
                    "1");
        }
    }

    void ratings(Path target) throws IOException {
        try (CsvWriter out = CsvWriter.builder().build(target)) {
            out.writeRecord("shareId", "learnerId", "score", "comment", "ratedAt");
            for (List<String> rating : RATINGS) {
                out.writeRecord(SHARE, rating.get(0), rating.get(1), rating.get(2), at(day, 16));
            }
        }
    }

    private String at(LocalDate when, int hour) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                when.atTime(LocalTime.of(hour, 0)).atZone(zone));
    }
}
