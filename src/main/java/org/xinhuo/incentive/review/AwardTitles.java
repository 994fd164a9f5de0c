package org.xinhuo.incentive.review;

import java.time.YearMonth;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.incentive.scoring.LecturerMonth;
import org.xinhuo.incentive.scoring.MonthlyResults;
import org.xinhuo.incentive.title.KeepTitles;
import org.xinhuo.incentive.title.KeepTitles.Cause;

/**
 * Gives and takes titles by the decisions {@code lecturer-title} and {@code title-loss}, from a month on that was
 * confirmed or corrected: an old month confirmed late can close a gap, but never brings back what a later month lost.
 */
@Component
@Transactional
public class AwardTitles {

    private final MonthlyResults results;
    private final KeepTitles titles;

    AwardTitles(MonthlyResults results, KeepTitles titles) {
        this.results = results;
        this.titles = titles;
    }

    /**
     * @param period a confirmed month, reviewed or corrected just now
     * @param correction what corrected it, or null where it was reviewed
     */
    public void award(YearMonth period, @Nullable Cause correction) {
        titles.takeTurn();
        Set<String> lecturers = new TreeSet<>(
                results.of(period).stream().map(LecturerMonth::lecturerId).toList());
        Map<String, Map<YearMonth, String>> grades = results.gradesOf(lecturers);
        titles.after(
                period,
                lecturers.stream()
                        .map(id -> new KeepTitles.Months(id, new TreeMap<>(grades.getOrDefault(id, Map.of()))))
                        .filter(months -> !months.grades().isEmpty())
                        .toList(),
                correction);
    }
}
