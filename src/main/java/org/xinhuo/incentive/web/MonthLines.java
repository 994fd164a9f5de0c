package org.xinhuo.incentive.web;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xinhuo.base.ReaderTime;
import org.xinhuo.base.Texts;
import org.xinhuo.incentive.OutcomeTexts;
import org.xinhuo.incentive.correction.MonthCorrections;
import org.xinhuo.incentive.review.ReviewSchedule;
import org.xinhuo.incentive.scoring.Components;
import org.xinhuo.incentive.scoring.LecturerMonth;
import org.xinhuo.incentive.scoring.LecturerMonths;
import org.xinhuo.incentive.scoring.Lift;
import org.xinhuo.incentive.scoring.MonthRevisions;
import org.xinhuo.incentive.scoring.TraceEntry;
import org.xinhuo.incentive.scoring.Weights;

/** A lecturer's month in sentences: every component with the events behind it, what lifts it, and what was corrected. */
@Component
class MonthLines {

    private static final int SHOWN = 2;

    private static final String TOO_SHORT = "shareTooShort";

    private final LecturerMonths months;
    private final MonthRevisions revisions;
    private final MonthCorrections corrections;
    private final ReviewSchedule schedule;
    private final OutcomeTexts outcomes;
    private final Texts texts;

    MonthLines(
            LecturerMonths months,
            MonthRevisions revisions,
            MonthCorrections corrections,
            ReviewSchedule schedule,
            OutcomeTexts outcomes,
            Texts texts) {
        this.schedule = schedule;
        this.months = months;
        this.revisions = revisions;
        this.corrections = corrections;
        this.outcomes = outcomes;
        this.texts = texts;
    }

    /**
     * One of the four parts of the score.
     *
     * @param reached in words, with its target
     * @param value 0 to 100, {@code weight} of all weights together, {@code points} what it gives to the score
     */
    record Part(String name, String reached, String value, String weight, String points, List<Event> events) {}

    /** @param points null where the part does not count; {@code shareId} whose page tells more, or null */
    record Event(
            String sentence,
            @Nullable String points,
            @Nullable String shareId) {}

    /** A result that was confirmed once. @param rank in the company, or null */
    record Past(
            String when,
            String score,
            String grade,
            @Nullable Integer rank,
            @Nullable String reason) {}

    List<Part> parts(LecturerMonth month, ReaderTime time) {
        Components values = month.components();
        Weights weights = month.weights();
        List<TraceEntry> trace = months.trace(month);
        return List.of(
                part(
                        "shares",
                        month,
                        values.shares(),
                        weights.shares(),
                        say(
                                time,
                                "score.reached.shares",
                                month.held(),
                                month.targets().shares(),
                                month.targets().minutes()),
                        trace,
                        time),
                part(
                        "rating",
                        month,
                        values.rating(),
                        weights.rating(),
                        month.averageRating() == null
                                ? say(time, "score.reached.rating.none")
                                : say(time, "score.reached.rating", shown(month.averageRating()), month.ratings()),
                        trace,
                        time),
                part(
                        "reuse",
                        month,
                        values.reuse(),
                        weights.reuse(),
                        say(
                                time,
                                "score.reached.reuse",
                                month.reuses(),
                                month.targets().reuse()),
                        trace,
                        time),
                part(
                        "timeliness",
                        month,
                        values.timeliness(),
                        weights.timeliness(),
                        say(time, "score.reached.timeliness", month.onTime(), month.held()),
                        trace,
                        time));
    }

    /** What lifts the month, a sentence an event. */
    List<String> steps(Lift lift, ReaderTime time) {
        return lift.steps().stream()
                .map(step -> say(
                        time,
                        "score.lift." + step.event().code(),
                        step.count(),
                        step.mean() == null ? "" : step.mean().toString(),
                        step.gain().toPlainString(),
                        step.score().toPlainString(),
                        grade(step.grade(), time.locale())))
                .toList();
    }

    /** The fewest events to a better grade, in one sentence, or null. */
    @Nullable
    String path(Lift lift, ReaderTime time) {
        Lift.Path path = lift.next();
        if (path == null) {
            return null;
        }
        List<String> events = path.events().stream()
                .map(part -> say(
                        time,
                        "score.path." + part.event().code(),
                        part.count(),
                        part.mean() == null ? "" : part.mean().toString()))
                .toList();
        return say(
                time,
                "score.path",
                grade(path.grade(), time.locale()),
                String.join(say(time, "score.path.and"), events),
                path.score().toPlainString());
    }

    /** Only where something was corrected: all results, the first one first. */
    List<Past> history(LecturerMonth month, ReaderTime time) {
        List<MonthRevisions.Revision> all = revisions.of(month.lecturerId(), month.period());
        if (all.stream().allMatch(one -> one.correctionId() == null)) {
            return List.of();
        }
        return all.stream()
                .map(one -> new Past(
                        time.moment(one.confirmedAt()),
                        one.month().score().toPlainString(),
                        grade(Objects.requireNonNullElse(one.month().gradeName(), "–"), time.locale()),
                        one.month().ranks().rating(),
                        one.correctionId() == null
                                ? null
                                : corrections.get(one.correctionId()).reason()))
                .toList();
    }

    /** Until when something still counts for a month that is over or under review; null for all others. */
    @Nullable
    String closing(LecturerMonth month, ReaderTime time) {
        if (month.confirmed()) {
            return null;
        }
        boolean over = month.period().isBefore(YearMonth.from(time.today()));
        return schedule.closing(month.period())
                .filter(closing -> over || closing.underWay())
                .map(closing -> say(time, code(closing, time), time.moment(closing.at())))
                .orElse(null);
    }

    private static String code(ReviewSchedule.Closing closing, ReaderTime time) {
        if (closing.underWay()) {
            return "score.closing.underWay";
        }
        return closing.at().isAfter(time.now()) ? "score.closing.begins" : "score.closing.late";
    }

    /** The grade in words; null as long as nothing is held, when nobody has failed before the month is over. */
    @Nullable
    String gradeSoFar(LecturerMonth month, Locale locale) {
        if (!month.confirmed() && month.held() == 0) {
            return null;
        }
        return month.gradeName() == null ? "–" : grade(month.gradeName(), locale);
    }

    /** Why the grade is not that of the score, or null where it is. */
    @Nullable
    String gradeWhy(LecturerMonth month, Locale locale) {
        String as = month.gradeName();
        String shown = gradeSoFar(month, locale);
        if (as == null || shown == null) {
            return null;
        }
        return months.gradeByScoreAlone(month)
                .map(byScore -> texts.text(
                        locale,
                        "score.grade.byMean",
                        grade(byScore, locale),
                        MeanLines.shown(month.averageRating()),
                        shown))
                .orElse(null);
    }

    String grade(String grade, Locale locale) {
        return outcomes.label(locale, "incentive.grade", grade);
    }

    private Part part(
            String component,
            LecturerMonth month,
            BigDecimal value,
            BigDecimal weight,
            String reached,
            List<TraceEntry> trace,
            ReaderTime time) {
        Weights weights = month.weights();
        BigDecimal all =
                weights.shares().add(weights.rating()).add(weights.reuse()).add(weights.timeliness());
        boolean counts = weight.signum() != 0;
        Set<String> tooShort = trace.stream()
                .filter(entry -> entry.event().equals(TOO_SHORT))
                .map(entry -> Objects.requireNonNullElse(entry.shareId(), ""))
                .collect(Collectors.toSet());
        List<Event> events = new ArrayList<>();
        for (TraceEntry entry : trace) {
            if (entry.component().equals(component)) {
                String sentence = sentence(entry, counts, time);
                boolean lost = component.equals("timeliness") && tooShort.contains(entry.shareId());
                events.add(new Event(
                        lost ? say(time, "score.event.ofTooShort", sentence) : sentence,
                        counts ? shown(entry.points()) : null,
                        entry.shareId()));
            }
        }
        return new Part(
                say(time, "score.part." + component),
                reached,
                shown(value),
                percent(BigDecimal.valueOf(100).multiply(weight).divide(all, MathContext.DECIMAL64)),
                shown(value.multiply(weight).divide(all, MathContext.DECIMAL64)),
                events);
    }

    private String sentence(TraceEntry entry, boolean counts, ReaderTime time) {
        String event = entry.event().equals("shareHeld") && !counts ? "heldUncounted" : entry.event();
        return say(
                time,
                "score.event." + event,
                Objects.requireNonNullElse(entry.title(), ""),
                time.moment(entry.at()),
                entry.minutes() == null ? 0 : entry.minutes(),
                entry.count() == null ? 0 : entry.count(),
                entry.mean() == null ? "" : shown(entry.mean()));
    }

    private String say(ReaderTime time, String code, Object... arguments) {
        return texts.text(time.locale(), code, arguments);
    }

    private static String percent(BigDecimal value) {
        return value.setScale(SHOWN, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
    }

    private static String shown(BigDecimal value) {
        return value.setScale(SHOWN, RoundingMode.HALF_UP).toPlainString();
    }
}
