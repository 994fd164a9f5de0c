package org.xinhuo.notification;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The days of a region that are not like others of their weekday: public holidays, and days worked for them. */
@FunctionalInterface
interface SpecialDays {

    /** No day differs from others of its weekday. */
    SpecialDays NONE = day -> null;

    /** True for a day that is worked instead of a holiday, false for a holiday, null for any other day. */
    @Nullable
    Boolean worked(LocalDate day);

    /** The holidays alone, for hours that somebody chose: nobody's own free day becomes one of work. */
    default SpecialDays holidays() {
        return day -> Boolean.FALSE.equals(worked(day)) ? Boolean.FALSE : null;
    }
}
