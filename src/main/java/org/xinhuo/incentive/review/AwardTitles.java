package org.xinhuo.incentive.review;

import java.sql.Timestamp;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.engine.Decisions;
import org.xinhuo.engine.Outcome;
import org.xinhuo.incentive.OutcomeTexts;
import org.xinhuo.incentive.scoring.Grade;
import org.xinhuo.incentive.scoring.GradesInARow;
import org.xinhuo.incentive.scoring.LecturerMonth;
import org.xinhuo.incentive.scoring.MonthlyResults;
import org.xinhuo.notification.Notices;

/**
 * Gives and takes titles by the decision {@code lecturer-title}. What counts is the row that ends in a person's latest
 * confirmed month: an old month confirmed late can close a gap, but never brings back what a later month lost.
 */
@Component
@Transactional
public class AwardTitles {

    private final MonthlyResults results;
    private final Decisions decisions;
    private final JdbcClient jdbc;
    private final Notices notices;
    private final OutcomeTexts outcomes;
    private final CompanyTime time;

    AwardTitles(
            MonthlyResults results,
            Decisions decisions,
            JdbcClient jdbc,
            Notices notices,
            OutcomeTexts outcomes,
            CompanyTime time) {
        this.results = results;
        this.decisions = decisions;
        this.jdbc = jdbc;
        this.notices = notices;
        this.outcomes = outcomes;
        this.time = time;
    }

    private record Title(@Nullable String name, int version) {}

    /** @param period a confirmed month, reviewed or corrected just now */
    public void award(YearMonth period) {
        Set<String> lecturers = new TreeSet<>(
                results.of(period).stream().map(LecturerMonth::lecturerId).toList());
        Map<String, Map<YearMonth, String>> grades = results.gradesOf(lecturers);
        Map<String, String> held = held();
        Map<Integer, Title> titles = new HashMap<>();
        for (String lecturer : lecturers) {
            Map<YearMonth, String> own = grades.getOrDefault(lecturer, Map.of());
            Title title = titles.computeIfAbsent(GradesInARow.upToLatest(own, Grade.EXCELLENT), this::decide);
            String before = held.get(lecturer);
            if (Objects.equals(before, title.name())) {
                continue;
            }
            YearMonth latest = own.keySet().iterator().next();
            if (before != null) {
                lose(lecturer, before, latest, title.version());
            }
            if (title.name() != null) {
                win(lecturer, title.name(), latest, title.version());
            }
        }
    }

    private Title decide(int excellentInARow) {
        Outcome outcome = decisions.decide("lecturer-title", Map.of("excellentMonthsInARow", excellentInARow));
        List<Outcome.Row> rows = outcome.rows();
        return new Title(
                rows.isEmpty() ? null : rows.get(0).text("title"),
                outcome.decision().version());
    }

    private Map<String, String> held() {
        Map<String, String> held = new HashMap<>();
        jdbc.sql("select lecturer_id, title from lecturer_title where lost_at is null")
                .query((row, number) -> held.put(row.getString("lecturer_id"), row.getString("title")))
                .list();
        return held;
    }

    private void win(String lecturer, String title, YearMonth period, int version) {
        jdbc.sql("insert into lecturer_title (lecturer_id, title, won_period, won_version, won_at)"
                        + " values (:lecturer, :title, :period, :version, :now)")
                .param("lecturer", lecturer)
                .param("title", title)
                .param("period", period.toString())
                .param("version", version)
                .param("now", Timestamp.from(time.now()))
                .update();
        notices.tell(
                lecturer,
                "incentive/title/" + title + "/won/" + period,
                outcomes.code("incentive.titleWon", title),
                null,
                period.toString(),
                title);
    }

    private void lose(String lecturer, String title, YearMonth period, int version) {
        jdbc.sql("update lecturer_title set lost_period = :period, lost_version = :version, lost_at = :now"
                        + " where lecturer_id = :lecturer and lost_at is null")
                .param("lecturer", lecturer)
                .param("period", period.toString())
                .param("version", version)
                .param("now", Timestamp.from(time.now()))
                .update();
        notices.tell(
                lecturer,
                "incentive/title/" + title + "/lost/" + period,
                outcomes.code("incentive.titleLost", title),
                null,
                period.toString(),
                title);
    }
}
