package org.xinhuo.incentive.web;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.xinhuo.base.Refusal;
import org.xinhuo.incentive.reward.PayrollFile;
import org.xinhuo.incentive.reward.ReverseReward;
import org.xinhuo.incentive.reward.RewardLedger;
import org.xinhuo.people.Groups;

/** The ledger of rewards, the payroll file, and taking a reward back. */
@RestController
class RewardController {

    private static final Set<String> READ_EVERYBODYS = Set.of("hr", "auditor", "camunda-admin");

    private static final Set<String> PAY = Set.of("hr", "camunda-admin");

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final RewardLedger ledger;
    private final PayrollFile payroll;
    private final ReverseReward reverseReward;
    private final Groups groups;

    RewardController(RewardLedger ledger, PayrollFile payroll, ReverseReward reverseReward, Groups groups) {
        this.ledger = ledger;
        this.payroll = payroll;
        this.reverseReward = reverseReward;
        this.groups = groups;
    }

    record Reversal(@Nullable String reason) {}

    /** HR, auditors and administrators see every entry, everybody else the own ones. */
    @GetMapping("/api/rewards")
    List<RewardView> rewards(@RequestParam(required = false) @Nullable String period, Principal reader) {
        YearMonth month = period == null || period.isBlank() ? null : Periods.parse(period);
        boolean everybodys = isAnyOf(READ_EVERYBODYS, reader);
        return ledger.find(month, everybodys ? null : reader.getName()).stream()
                .map(RewardView::of)
                .toList();
    }

    /** What the payroll pays for a period: UTF-8 with a byte order mark, the same however often it is fetched. */
    @GetMapping("/api/payroll/{period}.csv")
    ResponseEntity<byte[]> payroll(@PathVariable String period, Principal reader) {
        YearMonth month = Periods.parse(period);
        refuseUnless(reader);
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("payroll-" + month + ".csv")
                                .build()
                                .toString())
                .body(payroll.of(month).getBytes(StandardCharsets.UTF_8));
    }

    /** Answers with the new entry of the opposite amount. */
    @PostMapping("/api/rewards/{id}/reversal")
    @ResponseStatus(HttpStatus.CREATED)
    RewardView reverse(@PathVariable String id, @RequestBody Reversal reversal, Principal person) {
        refuseUnless(person);
        return RewardView.of(
                reverseReward.reverse(id, person.getName(), reversal.reason() == null ? "" : reversal.reason()));
    }

    private void refuseUnless(Principal person) {
        if (!isAnyOf(PAY, person)) {
            throw Refusal.forbidden("incentive.onlyHrPays");
        }
    }

    private boolean isAnyOf(Set<String> wanted, Principal person) {
        return groups.of(person.getName()).stream().anyMatch(wanted::contains);
    }
}
