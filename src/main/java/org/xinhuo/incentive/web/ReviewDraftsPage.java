package org.xinhuo.incentive.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.xinhuo.base.Money;
import org.xinhuo.base.Refusal;
import org.xinhuo.base.Texts;
import org.xinhuo.incentive.OutcomeTexts;
import org.xinhuo.incentive.review.ReviewDrafts;
import org.xinhuo.incentive.review.ReviewStart;
import org.xinhuo.incentive.scoring.LecturerMonth;
import org.xinhuo.incentive.scoring.MonthlyResults;
import org.xinhuo.people.ReaderTimes;

/** Every draft of a month under review, for whoever confirms it: what it says of whom, and what it would cost. */
@Controller
class ReviewDraftsPage {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private static final List<String> COLUMNS = List.of(
            "employeeId",
            "name",
            "department",
            "group",
            "held",
            "targetShares",
            "averageRating",
            "raters",
            "reuses",
            "onTime",
            "score",
            "grade",
            "ratingRank",
            "departmentRank",
            "reuseRank");

    private static final List<String> GRADES = List.of("excellent", "good", "pass", "fail");

    /** More makes nobody read more; the file has everybody. */
    private static final int MOST_SHOWN = 200;

    private final ReviewDrafts drafts;
    private final DraftGrants grants;
    private final MonthReaders readers;
    private final ReaderTimes times;
    private final OutcomeTexts outcomes;
    private final Texts texts;
    private final ReviewStart reviewStart;
    private final MonthlyResults results;

    ReviewDraftsPage(
            ReviewDrafts drafts,
            DraftGrants grants,
            MonthReaders readers,
            ReaderTimes times,
            OutcomeTexts outcomes,
            Texts texts,
            ReviewStart reviewStart,
            MonthlyResults results) {
        this.results = results;
        this.reviewStart = reviewStart;
        this.grants = grants;
        this.drafts = drafts;
        this.readers = readers;
        this.times = times;
        this.outcomes = outcomes;
        this.texts = texts;
    }

    record Line(LecturerMonth month, String average, String grade) {}

    /** @param amount with its currency; null for a certificate */
    record Grant(String kind, int people, @Nullable String amount) {}

    record Choice(String grade, String name, long count) {}

    /** For HR, auditors and administrators. */
    @GetMapping("/reviews/{period}")
    String page(
            @PathVariable String period,
            @RequestParam(defaultValue = "") String grade,
            Principal reader,
            Locale locale,
            Model model) {
        readers.refuseUnlessReadsDrafts(reader.getName());
        YearMonth month = Periods.parse(period);
        model.addAttribute("period", month.toString());
        model.addAttribute("monthName", texts.month(locale, month));
        model.addAttribute(
                "confirmation",
                reviewStart.confirmationFor(month, reader.getName()).orElse(null));
        ReviewDrafts.Drafts found = drafts.of(month).orElse(null);
        model.addAttribute("drafts", found != null);
        model.addAttribute("confirmed", results.isConfirmed(month));
        if (found != null) {
            List<LecturerMonth> wanted = found.months().stream()
                    .filter(one -> grade.isBlank() || grade.equals(one.gradeName()))
                    .toList();
            model.addAttribute("computedAt", times.of(reader.getName(), locale).moment(found.computedAt()));
            model.addAttribute("grade", grade);
            model.addAttribute("choices", choices(found.months(), locale));
            model.addAttribute("count", wanted.size());
            model.addAttribute(
                    "lines",
                    wanted.stream()
                            .limit(MOST_SHOWN)
                            .map(one -> new Line(one, average(one), grade(one, locale)))
                            .toList());
            List<DraftGrants.Sum> sums = grants.of(month);
            model.addAttribute(
                    "grants",
                    sums.stream()
                            .map(sum -> new Grant(
                                    outcomes.label(locale, "incentive.reward", sum.kind()),
                                    sum.people(),
                                    sum.amount().signum() == 0 ? null : Money.of(sum.amount(), sum.currency())))
                            .toList());
            model.addAttribute("sums", byCurrency(sums));
        }
        return "incentive/review";
    }

    private static List<String> byCurrency(List<DraftGrants.Sum> grants) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        grants.stream()
                .filter(sum -> sum.amount().signum() != 0)
                .forEach(sum -> sums.merge(sum.currency(), sum.amount(), BigDecimal::add));
        return sums.entrySet().stream()
                .map(sum -> Money.of(sum.getValue(), sum.getKey()))
                .toList();
    }

    /** Everybody, UTF-8 with a byte order mark, the columns in the reader's language. */
    @GetMapping("/reviews/{period}.csv")
    @ResponseBody
    ResponseEntity<String> file(@PathVariable String period, Principal reader, Locale locale) {
        readers.refuseUnlessReadsDrafts(reader.getName());
        YearMonth month = Periods.parse(period);
        ReviewDrafts.Drafts found =
                drafts.of(month).orElseThrow(() -> Refusal.notFound("score.drafts.none", month.toString()));
        StringWriter written = new StringWriter();
        written.append(BYTE_ORDER_MARK);
        try (CsvWriter csv = CsvWriter.builder().build(written)) {
            csv.writeRecord(COLUMNS.stream()
                    .map(column -> texts.text(locale, "score.drafts.column." + column))
                    .toList());
            found.months().forEach(one -> csv.writeRecord(columns(one, locale)));
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
        return ResponseEntity.ok()
                .contentType(CSV)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("review-" + month + ".csv")
                                .build()
                                .toString())
                .body(written.toString());
    }

    private List<String> columns(LecturerMonth month, Locale locale) {
        return Arrays.asList(
                plain(month.lecturerId()),
                plain(month.name()),
                plain(month.department()),
                plain(month.group()),
                Integer.toString(month.held()),
                Integer.toString(month.targets().shares()),
                month.averageRating() == null ? "" : average(month),
                Integer.toString(month.raters()),
                Integer.toString(month.reuses()),
                Integer.toString(month.onTime()),
                month.score().toPlainString(),
                grade(month, locale),
                rank(month.ranks().rating()),
                rank(month.ranks().department()),
                rank(month.ranks().reuse()));
    }

    /** Those that are known, the best first, and whatever else a table has given. */
    private List<Choice> choices(List<LecturerMonth> months, Locale locale) {
        return Stream.concat(
                        GRADES.stream(),
                        months.stream()
                                .map(LecturerMonth::gradeName)
                                .filter(Objects::nonNull)
                                .filter(one -> !GRADES.contains(one))
                                .sorted())
                .distinct()
                .map(one -> new Choice(
                        one,
                        outcomes.label(locale, "incentive.grade", one),
                        months.stream()
                                .filter(month -> one.equals(month.gradeName()))
                                .count()))
                .toList();
    }

    private String grade(LecturerMonth month, Locale locale) {
        return outcomes.label(locale, "incentive.grade", Objects.requireNonNullElse(month.gradeName(), "–"));
    }

    private static String average(LecturerMonth month) {
        BigDecimal mean = month.averageRating();
        return mean == null ? "–" : mean.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    private static String rank(@Nullable Integer rank) {
        return rank == null ? "" : rank.toString();
    }

    /** A name that a spreadsheet would run as a formula is shown as text. */
    private static String plain(String name) {
        return !name.isEmpty() && "=+-@\t\r\n".indexOf(name.charAt(0)) >= 0 ? "'" + name : name;
    }
}
