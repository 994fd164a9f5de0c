package org.xinhuo.mentoring.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.mentoring.Mentorship;
import org.xinhuo.mentoring.rights.MentoringAction;
import org.xinhuo.mentoring.rights.MentoringRights;
import org.xinhuo.mentoring.rights.MentoringRole;
import org.xinhuo.people.Competencies;
import org.xinhuo.people.WorkMetric;

/**
 * A mentee's work metrics of the latest month as a reader of a mentorship sees them: for who mentored until it ended,
 * the latest then.
 */
@Component
class MenteeMetrics {

    /** A figure that has not been measured for longer says nothing about where it is going. */
    private static final int MONTHS_BACK = 12;

    private final MentoringRights rights;
    private final Competencies competencies;
    private final CompanyTime time;

    MenteeMetrics(MentoringRights rights, Competencies competencies, CompanyTime time) {
        this.rights = rights;
        this.competencies = competencies;
        this.time = time;
    }

    /**
     * One figure of the latest month.
     *
     * @param period such as 2026-03
     * @param onTarget the value is on the right side of the target, or on it
     * @param before the value of the last month before in which it was measured, at most a year back; null where none
     * @param trend better, worse or same against that one; null where there is none
     * @param competency the competency that it speaks of, or null
     */
    record Metric(
            String metric,
            String period,
            BigDecimal value,
            BigDecimal target,
            boolean higherIsBetter,
            boolean onTarget,
            @Nullable BigDecimal before,
            @Nullable String trend,
            @Nullable String competency) {}

    /** By metric; null where this person may not see them, empty where there are none. */
    @Nullable
    List<Metric> of(Mentorship mentorship, String readerId) {
        if (!rights.may(readerId, mentorship, MentoringAction.READ_METRICS)) {
            return null;
        }
        YearMonth latest = latest(mentorship, readerId);
        if (latest == null) {
            return List.of();
        }
        Map<String, List<WorkMetric>> byMetric = new LinkedHashMap<>();
        competencies
                .metricsOf(mentorship.menteeId(), latest.minusMonths(MONTHS_BACK), latest)
                .forEach(one -> byMetric.computeIfAbsent(one.metric(), first -> new ArrayList<>())
                        .add(one));
        YearMonth shown = byMetric.values().stream()
                .map(figures -> figures.get(figures.size() - 1).period())
                .max(Comparator.naturalOrder())
                .orElse(latest);
        return byMetric.values().stream()
                .filter(figures -> figures.get(figures.size() - 1).period().equals(shown))
                .map(MenteeMetrics::metric)
                .toList();
    }

    private @Nullable YearMonth latest(Mentorship mentorship, String readerId) {
        Instant endedAt = mentorship.endedAt();
        if (endedAt != null && rights.rolesOf(readerId, mentorship).contains(MentoringRole.MENTOR)) {
            return YearMonth.from(time.dayOf(endedAt));
        }
        return competencies.latestMetricsOf(mentorship.menteeId()).stream()
                .map(WorkMetric::period)
                .findFirst()
                .orElse(null);
    }

    private static Metric metric(List<WorkMetric> figures) {
        WorkMetric now = figures.get(figures.size() - 1);
        WorkMetric before = figures.size() > 1 ? figures.get(figures.size() - 2) : null;
        return new Metric(
                now.metric(),
                now.period().toString(),
                now.value(),
                now.target(),
                now.higherIsBetter(),
                gain(now, now.target()) >= 0,
                before == null ? null : before.value(),
                before == null ? null : trend(gain(now, before.value())),
                now.competency());
    }

    /** Above 0 where the value is better than another, below where it is worse. */
    private static int gain(WorkMetric metric, BigDecimal than) {
        int above = metric.value().compareTo(than);
        return metric.higherIsBetter() ? above : -above;
    }

    private static String trend(int gain) {
        return gain > 0 ? "better" : gain < 0 ? "worse" : "same";
    }
}
