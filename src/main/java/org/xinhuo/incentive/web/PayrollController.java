package org.xinhuo.incentive.web;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.xinhuo.base.Refusal;
import org.xinhuo.incentive.reward.ExportPayroll;
import org.xinhuo.incentive.reward.ExportPayroll.Export;
import org.xinhuo.incentive.reward.ShowPayroll;
import org.xinhuo.incentive.reward.ShowPayroll.Payroll;

/** The payroll: the file that pays, and how a month stands. */
@RestController
class PayrollController {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final ExportPayroll exportPayroll;
    private final ShowPayroll showPayroll;
    private final RewardReaders readers;

    PayrollController(ExportPayroll exportPayroll, ShowPayroll showPayroll, RewardReaders readers) {
        this.exportPayroll = exportPayroll;
        this.showPayroll = showPayroll;
        this.readers = readers;
    }

    /** @param sequence of the chain's link that the closing is; note it down with the {@code hash} */
    record ClosingView(
            Instant closedAt,
            String closedBy,
            String sha256,
            int bytes,
            @Nullable Long sequence,
            @Nullable String hash) {}

    record TotalView(String currency, @Nullable String kind, int entries, String amount) {}

    record WaitingView(RewardView entry, String payableIn) {}

    record TieView(
            String currency,
            String file,
            String assigned,
            String credited,
            String paid,
            String waiting,
            String difference) {}

    /**
     * @param state {@code open} or {@code closed}
     * @param closes whether a download would close it now
     * @param ungranted the months whose review has to grant their rewards to the end before it does
     * @param uncorrected the months whose confirmed correction has to be carried out before it does
     */
    record PayrollView(
            String period,
            String state,
            boolean closes,
            List<String> ungranted,
            List<String> uncorrected,
            @Nullable ClosingView closing,
            int entries,
            List<TotalView> byKind,
            List<TotalView> totals,
            List<WaitingView> waiting,
            List<TieView> ties) {}

    /**
     * What the payroll pays for a month: UTF-8 with a byte order mark. The first time that there is something in it the
     * month closes, and every download gives the same bytes from then on. Who audits and does not pay gets the file of a
     * closed month, to hold it against its SHA-256.
     */
    @GetMapping("/api/payroll/{period}.csv")
    ResponseEntity<byte[]> file(@PathVariable String period, Principal person, HttpServletRequest request) {
        YearMonth month = Periods.parse(period);
        Export export;
        if (!readers.pays(person)) {
            export = exportPayroll
                    .closed(month)
                    .filter(closed -> readers.readsAll(person))
                    .orElseThrow(() -> Refusal.forbidden("incentive.onlyHrPays"));
        } else if (request.getMethod().equals("GET")) {
            refuseUnlessMeant(request);
            export = exportPayroll.export(month, person.getName());
        } else {
            export = exportPayroll.closed(month).orElseGet(() -> new Export(new byte[0], false));
        }
        return ResponseEntity.ok()
                .contentType(CSV)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("payroll-" + month + ".csv")
                                .build()
                                .toString())
                .body(export.file());
    }

    /** How a month stands; closes nothing. */
    @GetMapping("/api/payroll/{period}")
    ResponseEntity<PayrollView> payroll(@PathVariable String period, Principal reader) {
        readers.refuseUnlessReadsAll(reader);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(view(showPayroll.of(Periods.parse(period))));
    }

    /** A download pays; a page elsewhere that links here, or a browser that looks ahead, must not. */
    private static void refuseUnlessMeant(HttpServletRequest request) {
        String purpose = String.valueOf(request.getHeader("Sec-Purpose")) + request.getHeader("Purpose");
        String site = request.getHeader("Sec-Fetch-Site");
        if (purpose.contains("prefetch") || "cross-site".equals(site) || "same-site".equals(site)) {
            throw Refusal.forbidden("reward.payrollFromElsewhere");
        }
    }

    private static PayrollView view(Payroll payroll) {
        ShowPayroll.Closing closing = payroll.closing();
        return new PayrollView(
                payroll.period().toString(),
                closing == null ? "open" : "closed",
                payroll.closes(),
                payroll.ungranted().stream().map(YearMonth::toString).toList(),
                payroll.uncorrected().stream().map(YearMonth::toString).toList(),
                closing == null
                        ? null
                        : new ClosingView(
                                closing.at(),
                                closing.by(),
                                closing.sha256(),
                                closing.bytes(),
                                closing.sequence(),
                                closing.hash()),
                payroll.items().size(),
                payroll.byKind().stream().map(PayrollController::view).toList(),
                payroll.totals().stream().map(PayrollController::view).toList(),
                payroll.waiting().stream()
                        .map(waiting -> new WaitingView(
                                RewardView.of(waiting.entry()),
                                waiting.payableIn().toString()))
                        .toList(),
                payroll.ties().stream()
                        .map(tie -> new TieView(
                                tie.currency(),
                                plain(tie.file()),
                                plain(tie.assigned()),
                                plain(tie.credited()),
                                plain(tie.paid()),
                                plain(tie.waiting()),
                                plain(tie.difference())))
                        .toList());
    }

    private static TotalView view(ShowPayroll.Total total) {
        return new TotalView(total.currency(), total.kind(), total.entries(), plain(total.amount()));
    }

    private static String plain(BigDecimal amount) {
        return amount.toPlainString();
    }
}
