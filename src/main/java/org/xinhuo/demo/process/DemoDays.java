package org.xinhuo.demo.process;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** Days on which the people of the demo work. */
public final class DemoDays {

    private DemoDays() {}

    /** The first one that is not before a day. */
    public static LocalDate onOrAfter(LocalDate day) {
        LocalDate found = day;
        while (isWeekend(found)) {
            found = found.plusDays(1);
        }
        return found;
    }

    /** The last one before a day. */
    public static LocalDate before(LocalDate day) {
        LocalDate found = day.minusDays(1);
        while (isWeekend(found)) {
            found = found.minusDays(1);
        }
        return found;
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
