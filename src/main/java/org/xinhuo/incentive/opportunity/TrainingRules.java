package org.xinhuo.incentive.opportunity;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.engine.Decisions;
import org.xinhuo.engine.Outcome;

/** The owner's tables about external trainings: who qualifies, who comes first, and how long things take. */
@Component
class TrainingRules {

    private static final String ELIGIBILITY = "training-eligibility";

    private final Decisions decisions;
    private final CompanyTime time;

    TrainingRules(Decisions decisions, CompanyTime time) {
        this.decisions = decisions;
        this.time = time;
    }

    /** @param version of {@code training-terms} */
    record Terms(Instant remindAt, Instant confirmBy, Instant closeAt, int version) {}

    /** @param version of {@code training-priority} */
    record Priority(int priority, int version) {}

    /** What an application needs beside its figures to be asked about. */
    private record Standing(String grade, String title, int trainings) {}

    /**
     * The times of an offer that is published now.
     *
     * @param startsAt when the training begins, or null
     */
    Terms terms(int places, Instant applyUntil, @Nullable Instant startsAt) {
        Outcome outcome = decisions.decide("training-terms", Map.of("places", places));
        Outcome.Row row = outcome.first();
        ZonedDateTime deadline = applyUntil.atZone(time.zone());
        Instant remind = deadline.minus(Period.parse(row.text("remindBefore"))).toInstant();
        Instant now = time.now();
        if (!remind.isAfter(now)) {
            // A short notice is reminded of half way, not in the moment in which it is published.
            remind = now.plus(Duration.between(now, applyUntil).dividedBy(2));
        }
        Instant close = startsAt == null
                ? deadline.plus(Period.parse(row.text("refillFor"))).toInstant()
                : startsAt;
        Instant confirm = deadline.plus(Period.parse(row.text("confirmWithin"))).toInstant();
        return new Terms(
                remind,
                confirm.isBefore(close) ? confirm : close,
                close,
                outcome.decision().version());
    }

    /** Whether this result qualifies, to be looked at only; not where the table does not answer. */
    boolean seemsQualified(LecturerResult result) {
        List<Outcome.Row> rows =
                decisions.preview(ELIGIBILITY).decide(eligibility(result)).rowsIfAny();
        return !rows.isEmpty() && Boolean.TRUE.equals(rows.get(0).value("eligible"));
    }

    /** Those who qualify; each kind of result is asked about once. */
    List<LecturerResult> qualified(List<LecturerResult> results) {
        Decisions.Preview table = decisions.preview(ELIGIBILITY);
        Map<Standing, Boolean> known = new HashMap<>();
        return results.stream()
                .filter(result -> known.computeIfAbsent(
                        new Standing(result.grade(), result.title(), 0),
                        standing -> isEligible(table.decide(eligibility(result)))))
                .toList();
    }

    /** The version by which this result qualifies, or nothing where it does not; recorded. */
    OptionalInt qualifies(LecturerResult result) {
        Outcome outcome = decisions.decide(ELIGIBILITY, eligibility(result));
        return isEligible(outcome) ? OptionalInt.of(outcome.decision().version()) : OptionalInt.empty();
    }

    /** The priority of each; recorded once for each kind of result. */
    Map<String, Priority> priorities(List<LecturerResult> results) {
        Map<Standing, Priority> known = new HashMap<>();
        Map<String, Priority> priorities = new HashMap<>();
        for (LecturerResult result : results) {
            priorities.put(
                    result.lecturerId(),
                    known.computeIfAbsent(
                            new Standing(result.grade(), result.title(), result.trainingsInAYear()), this::priority));
        }
        return priorities;
    }

    private Priority priority(Standing standing) {
        Outcome outcome = decisions.decide(
                "training-priority",
                Map.of(
                        "grade", standing.grade(),
                        "title", standing.title(),
                        "trainingsInAYear", standing.trainings()));
        return new Priority(
                outcome.first().integer("priority"), outcome.decision().version());
    }

    private static Map<String, String> eligibility(LecturerResult result) {
        return Map.of("grade", result.grade(), "title", result.title());
    }

    private static boolean isEligible(Outcome outcome) {
        return !outcome.rows().isEmpty() && outcome.first().flag("eligible");
    }
}
