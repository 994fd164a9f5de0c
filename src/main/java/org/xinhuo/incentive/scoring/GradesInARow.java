package org.xinhuo.incentive.scoring;

import java.time.YearMonth;
import java.util.Map;

/** Counts confirmed months in a row. A calendar month without a result of the person ends the row. */
public final class GradesInARow {

    private GradesInARow() {}

    /**
     * How many months with this grade end in the latest one.
     *
     * @param grades by month, the latest first
     */
    public static int upToLatest(Map<YearMonth, String> grades, String grade) {
        int inARow = 0;
        YearMonth expected = null;
        for (Map.Entry<YearMonth, String> month : grades.entrySet()) {
            if (!month.getValue().equals(grade) || expected != null && !expected.equals(month.getKey())) {
                return inARow;
            }
            inARow++;
            expected = month.getKey().minusMonths(1);
        }
        return inARow;
    }
}
