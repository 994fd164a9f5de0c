package org.xinhuo.mentoring.web;

import java.net.URI;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.xinhuo.base.Problem;
import org.xinhuo.base.Refusal;
import org.xinhuo.base.Texts;
import org.xinhuo.mentoring.cohort.Cohort;
import org.xinhuo.mentoring.cohort.CohortReport;
import org.xinhuo.mentoring.cohort.CohortReports;
import org.xinhuo.mentoring.cohort.CompareWeights;
import org.xinhuo.mentoring.cohort.UnfitMentees;
import org.xinhuo.mentoring.matching.TrialWeights;
import org.xinhuo.mentoring.process.cohort.CohortProcess;

/** Many mentees at once: HR starts them, compares weights before, and follows the assignment. */
@RestController
class CohortsApi {

    private final CohortProcess cohorts;
    private final CohortReports reports;
    private final CompareWeights compareWeights;
    private final MentoringReaders readers;
    private final Texts texts;

    CohortsApi(
            CohortProcess cohorts,
            CohortReports reports,
            CompareWeights compareWeights,
            MentoringReaders readers,
            Texts texts) {
        this.cohorts = cohorts;
        this.reports = reports;
        this.compareWeights = compareWeights;
        this.readers = readers;
        this.texts = texts;
    }

    /** Who shall be started together, under which name. */
    record Wanted(@Nullable String name, @Nullable List<@Nullable String> menteeIds) {}

    /** Which weights to try on whom. */
    record Trial(
            @Nullable List<@Nullable String> menteeIds,
            @Nullable List<@Nullable TrialWeights> weights) {}

    /** A cohort in a list. */
    record Line(String id, String name, String state, int size, String createdBy, Instant createdAt) {

        static Line of(Cohort cohort) {
            return new Line(
                    cohort.id(),
                    cohort.name(),
                    cohort.state().code(),
                    cohort.size(),
                    cohort.createdBy(),
                    cohort.createdAt());
        }
    }

    @PostMapping("/api/cohorts")
    ResponseEntity<CohortReport> form(@RequestBody Wanted wanted, Principal person) {
        String id = cohorts.form(wanted.name(), wanted.menteeIds(), person.getName());
        return ResponseEntity.created(URI.create("/api/cohorts/" + id)).body(reports.of(id));
    }

    @GetMapping("/api/cohorts")
    List<Line> cohorts(Principal reader) {
        checkReader(reader);
        return reports.newest().stream().map(Line::of).toList();
    }

    @GetMapping("/api/cohorts/{id}")
    CohortReport report(@PathVariable String id, Principal reader) {
        checkReader(reader);
        return reports.of(id);
    }

    /** @param reason why, in words; required */
    record WithdrawalRequest(@Nullable String reason) {}

    /** HR takes the whole cohort back; its mentorships follow by themselves. */
    @PostMapping("/api/cohorts/{id}/withdrawal")
    ResponseEntity<CohortReport> withdrawal(
            @PathVariable String id, @RequestBody WithdrawalRequest body, Principal person) {
        cohorts.withdraw(id, person.getName(), body.reason());
        return ResponseEntity.accepted().body(reports.of(id));
    }

    @PostMapping("/api/cohorts/dry-run")
    CompareWeights.Comparison dryRun(@RequestBody Trial trial, Principal person) {
        return compareWeights.compare(trial.menteeIds(), trial.weights(), person.getName());
    }

    private void checkReader(Principal reader) {
        if (!readers.readsCohorts(reader.getName())) {
            throw Refusal.forbidden("cohort.hrOnly");
        }
    }

    /** Every mentee who cannot be in the cohort is named; like a file that is refused as a whole. */
    @ExceptionHandler(UnfitMentees.class)
    ResponseEntity<ProblemDetail> unfit(UnfitMentees unfit) {
        ProblemDetail problem = Problem.of(
                HttpStatus.UNPROCESSABLE_ENTITY,
                "cohort.unfit",
                texts.text("cohort.unfit", unfit.all().size()),
                "menteeIds");
        problem.setProperty(
                "problems",
                unfit.all().stream()
                        .map(mentee -> Map.of(
                                "position", mentee.position(),
                                "menteeId", mentee.menteeId(),
                                "code", mentee.code(),
                                "reason", texts.text(mentee.code(), mentee.menteeId())))
                        .toList());
        return ResponseEntity.unprocessableEntity()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
