package org.xinhuo.incentive.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Texts;
import org.xinhuo.incentive.performance.LecturerPerformance;
import org.xinhuo.incentive.performance.LecturerPerformance.Month;
import org.xinhuo.incentive.performance.ShowPerformance;

/** Lecturer results for the performance review: a page to look at, and files to take along. */
@Controller
class PerformanceController {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    /** The columns by the names that programs read; the page's file has them in the reader's language. */
    private static final List<String> COLUMNS = List.of(
            "employeeId",
            "name",
            "department",
            "group",
            "from",
            "to",
            "months",
            "score",
            "weight",
            "points",
            "decision",
            "decisionVersion");

    /** More makes no reader read more; the file has everybody. */
    private static final int MOST_SHOWN = 100;

    private final ShowPerformance showPerformance;
    private final RewardReaders readers;
    private final Texts texts;
    private final CompanyTime time;

    PerformanceController(ShowPerformance showPerformance, RewardReaders readers, Texts texts, CompanyTime time) {
        this.showPerformance = showPerformance;
        this.readers = readers;
        this.texts = texts;
        this.time = time;
    }

    record Decision(String key, int version) {}

    /** @param score, weight, points decimal strings */
    record Line(
            String employeeId,
            String name,
            String department,
            String group,
            String score,
            String weight,
            String points,
            Decision decision,
            List<Month> months) {

        static Line of(LecturerPerformance one) {
            return new Line(
                    one.lecturerId(),
                    one.name(),
                    one.department(),
                    one.group(),
                    one.score().toPlainString(),
                    one.weight().toPlainString(),
                    one.points().toPlainString(),
                    new Decision(one.decisionKey(), one.decisionVersion()),
                    one.months());
        }
    }

    /** @param percent the weight as people say it */
    record Shown(LecturerPerformance line, String percent) {}

    /** For HR, auditors and administrators. Without a span: the year so far, to the month before this one. */
    @GetMapping("/performance")
    String page(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            Principal reader,
            Model model) {
        readers.refuseUnlessReadsAll(reader);
        YearMonth last = to.isBlank() ? time.thisMonth().minusMonths(1) : Periods.parse(to);
        YearMonth first = from.isBlank() ? last.withMonth(1) : Periods.parse(from);
        List<LecturerPerformance> lines = showPerformance.between(first, last);
        model.addAttribute("from", first.toString());
        model.addAttribute("to", last.toString());
        model.addAttribute("count", lines.size());
        model.addAttribute(
                "lines",
                lines.stream()
                        .limit(MOST_SHOWN)
                        .map(line -> new Shown(line, percent(line.weight())))
                        .toList());
        return "incentive/performance";
    }

    /** With the names of columns in the reader's language. */
    @GetMapping("/performance.csv")
    @ResponseBody
    ResponseEntity<String> labelled(
            @RequestParam String from, @RequestParam String to, Principal reader, Locale locale) {
        return file(
                from,
                to,
                reader,
                COLUMNS.stream()
                        .map(column -> texts.text(locale, "performance.column." + column))
                        .toList());
    }

    /** For HR, auditors and administrators; everybody with a confirmed month in the span, by department and id. */
    @GetMapping("/api/performance")
    @ResponseBody
    ResponseEntity<List<Line>> lines(@RequestParam String from, @RequestParam String to, Principal reader) {
        readers.refuseUnlessReadsAll(reader);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(showPerformance.between(Periods.parse(from), Periods.parse(to)).stream()
                        .map(Line::of)
                        .toList());
    }

    /** The same as CSV, UTF-8 with a byte order mark. */
    @GetMapping("/api/performance.csv")
    @ResponseBody
    ResponseEntity<String> file(@RequestParam String from, @RequestParam String to, Principal reader) {
        return file(from, to, reader, COLUMNS);
    }

    private ResponseEntity<String> file(String from, String to, Principal reader, List<String> header) {
        readers.refuseUnlessReadsAll(reader);
        YearMonth first = Periods.parse(from);
        YearMonth last = Periods.parse(to);
        StringWriter written = new StringWriter();
        written.append(BYTE_ORDER_MARK);
        try (CsvWriter csv = CsvWriter.builder().build(written)) {
            csv.writeRecord(header);
            for (LecturerPerformance one : showPerformance.between(first, last)) {
                csv.writeRecord(columns(one, first, last));
            }
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
        return ResponseEntity.ok()
                .contentType(CSV)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("performance-" + first + "-" + last + ".csv")
                                .build()
                                .toString())
                .body(written.toString());
    }

    private static List<String> columns(LecturerPerformance one, YearMonth from, YearMonth to) {
        return Arrays.asList(
                plain(one.lecturerId()),
                plain(one.name()),
                plain(one.department()),
                plain(one.group()),
                from.toString(),
                to.toString(),
                Integer.toString(one.months().size()),
                one.score().toPlainString(),
                one.weight().toPlainString(),
                one.points().toPlainString(),
                one.decisionKey(),
                Integer.toString(one.decisionVersion()));
    }

    /** A name that a spreadsheet would run as a formula is shown as text. */
    private static String plain(String name) {
        return !name.isEmpty() && "=+-@\t\r\n".indexOf(name.charAt(0)) >= 0 ? "'" + name : name;
    }

    private static String percent(BigDecimal weight) {
        return weight.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
    }
}
