package org.xinhuo.incentive.title;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.NavigableMap;
import org.xinhuo.incentive.scoring.Grade;

/**
 * What somebody's confirmed months say up to one of them.
 *
 * @param excellentInARow excellent months that end in this one; a calendar month without a result ends the row
 * @param failedInARow failed months that end in this one
 * @param monthsSinceExcellent calendar months since the last excellent one; where there is none, since before the first
 *     result
 */
public record Standing(int excellentInARow, int failedInARow, int monthsSinceExcellent) {

    /** @param grades the confirmed grades by month, this one among them */
    static Standing at(NavigableMap<YearMonth, String> grades, YearMonth month) {
        YearMonth excellent = null;
        for (var earlier : grades.headMap(month, true).descendingMap().entrySet()) {
            if (earlier.getValue().equals(Grade.EXCELLENT)) {
                excellent = earlier.getKey();
                break;
            }
        }
        YearMonth since = excellent == null ? grades.firstKey().minusMonths(1) : excellent;
        return new Standing(inARow(grades, month, Grade.EXCELLENT), inARow(grades, month, Grade.FAIL), (int)
                ChronoUnit.MONTHS.between(since, month));
    }

    private static int inARow(NavigableMap<YearMonth, String> grades, YearMonth last, String grade) {
        int row = 0;
        for (YearMonth month = last; grade.equals(grades.get(month)); month = month.minusMonths(1)) {
            row++;
        }
        return row;
    }
}
