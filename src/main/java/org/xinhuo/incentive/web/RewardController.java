package org.xinhuo.incentive.web;

import java.security.Principal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.xinhuo.base.Refusal;
import org.xinhuo.incentive.correction.CorrectionStart;
import org.xinhuo.incentive.correction.MonthCorrection.Rules;
import org.xinhuo.incentive.reward.CorrectRewards;
import org.xinhuo.incentive.reward.CorrectRewards.Difference;
import org.xinhuo.incentive.reward.ReplaceReward;
import org.xinhuo.incentive.reward.ReverseReward;
import org.xinhuo.incentive.reward.RewardBasis;
import org.xinhuo.incentive.reward.RewardEntry;
import org.xinhuo.incentive.reward.RewardLedger;
import org.xinhuo.incentive.reward.RewardTasks;

/** The ledger of rewards: read, taken back, replaced, corrected. */
@RestController
class RewardController {

    private final RewardLedger ledger;
    private final ReverseReward reverseReward;
    private final ReplaceReward replaceReward;
    private final CorrectRewards correctRewards;
    private final CorrectionStart correction;
    private final RewardTasks tasks;
    private final RewardReaders readers;

    RewardController(
            RewardLedger ledger,
            ReverseReward reverseReward,
            ReplaceReward replaceReward,
            CorrectRewards correctRewards,
            CorrectionStart correction,
            RewardTasks tasks,
            RewardReaders readers) {
        this.ledger = ledger;
        this.reverseReward = reverseReward;
        this.replaceReward = replaceReward;
        this.correctRewards = correctRewards;
        this.correction = correction;
        this.tasks = tasks;
        this.readers = readers;
    }

    /** Why something is taken back, replaced or corrected. */
    record Why(@Nullable String reason) {

        String given() {
            return reason == null ? "" : reason;
        }
    }

    /**
     * Everything about one entry.
     *
     * @param correctionVersion of the decision {@code reward-correction}, where a correction made the entry
     * @param paidIn the payroll month whose file it stands in
     */
    record Story(
            RewardView entry,
            @Nullable String replaces,
            boolean reversed,
            @Nullable RewardBasis basis,
            @Nullable Integer correctionVersion,
            @Nullable String reason,
            @Nullable String enteredBy,
            Instant enteredAt,
            @Nullable String paidIn) {

        static Story of(RewardEntry entry) {
            return new Story(
                    RewardView.of(entry),
                    entry.replaces(),
                    entry.reversed(),
                    entry.basis(),
                    entry.correctionVersion(),
                    entry.reason(),
                    entry.enteredBy(),
                    entry.enteredAt(),
                    entry.paidIn() == null ? null : entry.paidIn().toString());
        }
    }

    /** What stands, what is due, and what {@code reward-correction} says of the difference. */
    record DifferenceView(
            String employeeId,
            String kind,
            @Nullable RewardView standing,
            @Nullable String due,
            String cause,
            String difference,
            String action,
            int version) {

        static DifferenceView of(Difference found) {
            return new DifferenceView(
                    found.employeeId(),
                    found.kind(),
                    found.standing() == null ? null : RewardView.of(found.standing()),
                    found.dueAmount(),
                    found.cause().code(),
                    found.direction().code(),
                    found.apply() ? "apply" : "keep",
                    found.version());
        }
    }

    /** HR, auditors and administrators see every entry, everybody else the own ones. */
    @GetMapping("/api/rewards")
    List<RewardView> rewards(@RequestParam(required = false) @Nullable String period, Principal reader) {
        YearMonth month = period == null || period.isBlank() ? null : Periods.parse(period);
        return ledger.find(month, readers.readsAll(reader) ? null : reader.getName()).stream()
                .map(RewardView::of)
                .toList();
    }

    /** One entry with all that led to it and came of it; others' entries are not to be found. */
    @GetMapping("/api/rewards/{id}")
    Story reward(@PathVariable String id, Principal reader) {
        RewardEntry entry = ledger.get(id);
        if (!entry.employeeId().equals(reader.getName()) && !readers.readsAll(reader)) {
            throw Refusal.notFound("incentive.unknownReward", id);
        }
        return Story.of(entry);
    }

    /** Answers with the new entry of the opposite amount. */
    @PostMapping("/api/rewards/{id}/reversal")
    @ResponseStatus(HttpStatus.CREATED)
    RewardView reverse(@PathVariable String id, @RequestBody Why why, Principal person) {
        readers.refuseUnlessPays(person);
        return RewardView.of(reverseReward.reverse(id, person.getName(), why.given()));
    }

    /** Takes an entry up again whose process instance is gone; answers with the entry. */
    @PostMapping("/api/rewards/{id}/continuation")
    RewardView takeUp(@PathVariable String id, Principal person) {
        readers.refuseUnlessPays(person);
        tasks.start(id);
        return RewardView.of(ledger.get(id));
    }

    /** Grants what is due now in the place of an entry that stands no more; answers with the new entry. */
    @PostMapping("/api/rewards/{id}/replacement")
    @ResponseStatus(HttpStatus.CREATED)
    RewardView replace(@PathVariable String id, @RequestBody Why why, Principal person) {
        readers.refuseUnlessPays(person);
        return RewardView.of(replaceReward.replace(id, person.getName(), why.given()));
    }

    /** What correcting a period would change, by its months and tables as they are now. Changes nothing. */
    @GetMapping("/api/rewards/corrections/{period}")
    List<DifferenceView> differences(@PathVariable String period, Principal reader) {
        readers.refuseUnlessReadsAll(reader);
        return correctRewards.preview(Periods.parse(period)).stream()
                .map(DifferenceView::of)
                .toList();
    }

    /** @param id of the correction, which a second person answers */
    record Requested(String id) {}

    /** Requests that the rewards of a period are corrected by the table of today: {@code month-correction} asks on. */
    @PostMapping("/api/rewards/corrections/{period}")
    @ResponseStatus(HttpStatus.CREATED)
    Requested correct(@PathVariable String period, @RequestBody Why why, Principal person) {
        readers.refuseUnlessPays(person);
        return new Requested(correction.request(Periods.parse(period), why.given(), Rules.REWARDS));
    }
}
