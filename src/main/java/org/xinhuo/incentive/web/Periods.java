package org.xinhuo.incentive.web;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.regex.Pattern;
import org.xinhuo.base.Refusal;

/** Reads months as they stand in addresses. */
final class Periods {

    private static final Pattern MONTH = Pattern.compile("(19|2\\d)\\d{2}-\\d{2}");

    private Periods() {}

    /** @throws Refusal unless it is written yyyy-MM and such a month can have been */
    static YearMonth parse(String written) {
        if (!MONTH.matcher(written).matches()) {
            throw Refusal.invalid("period", "incentive.notAMonth", written);
        }
        try {
            return YearMonth.parse(written);
        } catch (DateTimeException noSuchMonth) {
            throw Refusal.invalid("period", "incentive.notAMonth", written);
        }
    }
}
