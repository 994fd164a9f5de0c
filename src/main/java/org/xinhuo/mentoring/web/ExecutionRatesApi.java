package org.xinhuo.mentoring.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.plan.ExecutionRates;
import org.xinhuo.mentoring.plan.ExecutionRates.PairRate;
import org.xinhuo.mentoring.plan.ExecutionRates.Period;
import org.xinhuo.mentoring.plan.ExecutionRates.Rate;

/** How well plans are carried out (M8): per pair, per department and for the company, as JSON and as a file. */
@RestController
class ExecutionRatesApi {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    /** Excel takes a file without it for one in the encoding of its country. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final ExecutionReaders readers;
    private final ExecutionRates rates;

    ExecutionRatesApi(ExecutionReaders readers, ExecutionRates rates) {
        this.readers = readers;
        this.rates = rates;
    }

    /**
     * One rate.
     *
     * @param department null for the company
     * @param rate 0 to 1, null where nothing was due
     */
    record Line(
            @Nullable String department,
            int pairs,
            int due,
            int onTime,
            @Nullable BigDecimal rate) {

        static Line of(Rate rate) {
            return new Line(rate.department(), rate.pairs(), rate.due(), rate.onTime(), rate.rate());
        }
    }

    /** @param by department or company */
    @GetMapping("/api/execution-rates")
    List<Line> rates(
            @RequestParam(defaultValue = "company") String by,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            Principal reader) {
        Period period = checked(from, to);
        return switch (by) {
            case "company" -> List.of(Line.of(readers.company(reader.getName(), period)));
            case "department" ->
                readers.departments(reader.getName(), period).stream()
                        .map(Line::of)
                        .toList();
            default -> throw Refusal.invalid("by", "form.notOneOf", "by", by, "company, department");
        };
    }

    /** Departments first, then for who may read it the company and every pair; the column level tells which. */
    @GetMapping("/api/execution-rates.csv")
    ResponseEntity<String> file(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            Principal reader) {
        Period period = checked(from, to);
        StringWriter written = new StringWriter();
        written.append(BYTE_ORDER_MARK);
        try (CsvWriter csv = CsvWriter.builder().build(written)) {
            csv.writeRecord(
                    "department",
                    "from",
                    "to",
                    "pairs",
                    "due",
                    "onTime",
                    "rate",
                    "level",
                    "mentorship",
                    "mentee",
                    "mentor");
            String first = from == null ? "" : period.from().toString();
            String last = period.to().toString();
            String person = reader.getName();
            for (Rate rate : readers.departments(person, period)) {
                csv.writeRecord(columns(rate, first, last, "department", "", "", ""));
            }
            if (readers.readsAll(person)) {
                csv.writeRecord(columns(readers.company(person, period), first, last, "company", "", "", ""));
            }
            for (PairRate pair : readers.pairs(person, period)) {
                String mentor = pair.mentorId();
                csv.writeRecord(columns(
                        pair.rate(),
                        first,
                        last,
                        "pair",
                        pair.mentorshipId(),
                        pair.menteeId(),
                        mentor == null ? "" : mentor));
            }
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"execution-rates.csv\"")
                .body(written.toString());
    }

    /** The level comes after what was there before it, so that who reads by position goes on reading. */
    private static List<String> columns(
            Rate rate, String from, String to, String level, String mentorship, String mentee, String mentor) {
        String department = rate.department();
        BigDecimal value = rate.rate();
        return List.of(
                department == null ? "" : plain(department),
                from,
                to,
                String.valueOf(rate.pairs()),
                String.valueOf(rate.due()),
                String.valueOf(rate.onTime()),
                value == null ? "" : value.toPlainString(),
                level,
                plain(mentorship),
                plain(mentee),
                plain(mentor));
    }

    /** A name that a spreadsheet would run as a formula is shown as text. */
    private static String plain(String name) {
        return !name.isEmpty() && "=+-@\t\r".indexOf(name.charAt(0)) >= 0 ? "'" + name : name;
    }

    private Period checked(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from != null && to != null && from.isAfter(to)) {
            throw Refusal.invalid("from", "mentoring.plan.periodBackwards", from, to);
        }
        return rates.period(from, to);
    }
}
