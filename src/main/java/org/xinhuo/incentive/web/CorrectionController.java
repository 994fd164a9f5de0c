package org.xinhuo.incentive.web;

import java.math.BigDecimal;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
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
import org.xinhuo.incentive.correction.CorrectMonth;
import org.xinhuo.incentive.correction.CorrectionStart;
import org.xinhuo.incentive.correction.MonthCorrection;
import org.xinhuo.incentive.correction.MonthCorrection.Rules;
import org.xinhuo.incentive.correction.MonthCorrections;
import org.xinhuo.incentive.scoring.LecturerMonth;
import org.xinhuo.incentive.scoring.MonthRevisions;
import org.xinhuo.incentive.scoring.Ranks;

/** Corrections of confirmed months over HTTP: request one, and read what each changed and why. */
@RestController
class CorrectionController {

    static final int MOST = 200;

    private final MonthCorrections corrections;
    private final CorrectMonth correctMonth;
    private final CorrectionStart start;
    private final MonthRevisions revisions;
    private final MonthReaders readers;

    CorrectionController(
            MonthCorrections corrections,
            CorrectMonth correctMonth,
            CorrectionStart start,
            MonthRevisions revisions,
            MonthReaders readers) {
        this.corrections = corrections;
        this.correctMonth = correctMonth;
        this.start = start;
        this.revisions = revisions;
        this.readers = readers;
    }

    /** @param rules {@code confirmed} (the default), {@code current} or {@code rewards} */
    record Request(
            @Nullable String period,
            @Nullable String reason,
            @Nullable String rules) {}

    record Requested(String id) {}

    record Head(
            String id,
            String period,
            int number,
            String state,
            String rules,
            String reason,
            @Nullable String requestedBy,
            Instant requestedAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable String remark) {

        static Head of(MonthCorrection correction) {
            return new Head(
                    correction.id(),
                    correction.period().toString(),
                    correction.number(),
                    correction.state().name().toLowerCase(Locale.ROOT),
                    correction.rules().code(),
                    correction.reason(),
                    correction.requestedBy(),
                    correction.requestedAt(),
                    correction.decidedBy(),
                    correction.decidedAt(),
                    correction.remark());
        }
    }

    record Result(BigDecimal score, @Nullable String grade, int held, int ratings, int reuses, Ranks ranks) {

        static Result of(LecturerMonth month) {
            return new Result(
                    month.score(), month.gradeName(), month.held(), month.ratings(), month.reuses(), month.ranks());
        }
    }

    record Change(String lecturerId, String name, @Nullable Result before, Result after) {}

    /** @param standing and {@code due}: amounts with their currency */
    record Reward(
            String employeeId,
            String kind,
            @Nullable String standing,
            @Nullable String due,
            String cause,
            boolean apply) {}

    /** @param rewards what would be done to the ledger; empty once it is decided: the ledger says what was done */
    record Whole(Head correction, List<Change> changes, List<Reward> rewards) {}

    @PostMapping("/api/corrections")
    @ResponseStatus(HttpStatus.CREATED)
    Requested request(@RequestBody Request request) {
        if (request.period() == null) {
            throw Refusal.invalid("period", "incentive.notAMonth", "");
        }
        return new Requested(start.request(
                Periods.parse(request.period()),
                request.reason() == null ? "" : request.reason(),
                Rules.of(request.rules())));
    }

    /** Takes a correction up again whose process instance is gone: it goes on where it stands. */
    @PostMapping("/api/corrections/{id}/continuation")
    Requested takeUp(@PathVariable String id) {
        start.takeUp(id);
        return new Requested(id);
    }

    /** For HR, auditors and administrators; the newest first. */
    @GetMapping("/api/corrections")
    List<Head> corrections(@RequestParam(required = false) @Nullable String period, Principal reader) {
        readers.refuseUnlessReadsAll(reader.getName());
        return corrections.newest(period == null || period.isBlank() ? null : Periods.parse(period), MOST).stream()
                .map(Head::of)
                .toList();
    }

    /** With every result that it changes or has changed. */
    @GetMapping("/api/corrections/{id}")
    Whole correction(@PathVariable String id, Principal reader) {
        readers.refuseUnlessReadsAll(reader.getName());
        MonthCorrection found = corrections.get(id);
        return new Whole(
                Head.of(found),
                revisions.changes(id).stream()
                        .map(change -> new Change(
                                change.after().lecturerId(),
                                change.after().name(),
                                change.before() == null ? null : Result.of(change.before()),
                                Result.of(change.after())))
                        .toList(),
                found.state() != MonthCorrection.State.OPEN
                        ? List.of()
                        : correctMonth.rewards(id).stream()
                                .map(difference -> new Reward(
                                        difference.employeeId(),
                                        difference.kind(),
                                        difference.standing() == null
                                                ? null
                                                : difference.standing().amount().toPlainString() + " "
                                                        + difference.standing().currency(),
                                        difference.dueAmount(),
                                        difference.cause().code(),
                                        difference.apply()))
                                .toList());
    }
}
