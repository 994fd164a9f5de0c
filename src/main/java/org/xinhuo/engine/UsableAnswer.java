package org.xinhuo.engine;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The first row of a decision table, read so that a slip of its owner stops nobody: where no rule matches, or an output
 * is missing or cannot be used, what comes with the product counts, and the log says so.
 */
public final class UsableAnswer {

    private static final Logger log = LoggerFactory.getLogger(UsableAnswer.class);

    private static final int LONGEST_DAYS = 366;
    private static final int DAYS_OF_A_MONTH = 30;
    private static final int DAYS_OF_A_YEAR = 365;

    private final String decision;
    private final Outcome.Row row;

    private UsableAnswer(String decision, Outcome.Row row) {
        this.decision = decision;
        this.row = row;
    }

    public static UsableAnswer of(Outcome outcome) {
        String decision = outcome.decision().key();
        List<Outcome.Row> rows = outcome.rowsIfAny();
        if (rows.isEmpty()) {
            log.warn("no rule of {} matches; what comes with the product counts", decision);
            return new UsableAnswer(decision, new Outcome.Row(Map.of()));
        }
        return new UsableAnswer(decision, rows.get(0));
    }

    /** Whether the table says anything about it. */
    public boolean has(String output) {
        return row.value(output) != null;
    }

    /** One of some codes. */
    public String code(String output, Set<String> known, String otherwise) {
        Object given = row.value(output);
        return given != null && known.contains(given.toString()) ? given.toString() : instead(output, given, otherwise);
    }

    /** A whole number from {@code least} to {@code most}. */
    public int integer(String output, int least, int most, int otherwise) {
        Object given = row.value(output);
        try {
            int number = given == null ? least - 1 : new BigDecimal(given.toString()).intValueExact();
            return number >= least && number <= most ? number : instead(output, given, otherwise);
        } catch (ArithmeticException | NumberFormatException noNumber) {
            return instead(output, given, otherwise);
        }
    }

    /** True or false. */
    public boolean flag(String output, boolean otherwise) {
        Object given = row.value(output);
        if (given == null
                || !given.toString().equals("true") && !given.toString().equals("false")) {
            return instead(output, given, otherwise);
        }
        return given.toString().equals("true");
    }

    /** An ISO duration such as PT12H or P3D, from {@code least} to {@code most}. */
    public Duration duration(String output, Duration least, Duration most, Duration otherwise) {
        Object given = row.value(output);
        if (given == null) {
            return instead(output, null, otherwise);
        }
        try {
            Duration duration = Duration.parse(given.toString());
            return duration.compareTo(least) >= 0 && duration.compareTo(most) <= 0
                    ? duration
                    : instead(output, given, otherwise);
        } catch (DateTimeException noDuration) {
            return instead(output, given, otherwise);
        }
    }

    /** Any number from {@code least} to {@code most}. */
    public BigDecimal number(String output, BigDecimal least, BigDecimal most, BigDecimal otherwise) {
        BigDecimal number = number(output);
        return number != null && number.compareTo(least) >= 0 && number.compareTo(most) <= 0
                ? number
                : instead(output, row.value(output), otherwise);
    }

    /**
     * Numbers of which only the proportions matter: each from 0 to {@code most}, not all of them 0. Where one cannot be
     * used none counts, as the others were weighed against it.
     */
    public List<BigDecimal> shares(List<String> outputs, BigDecimal most, List<BigDecimal> otherwise) {
        List<BigDecimal> shares = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (String output : outputs) {
            BigDecimal share = number(output);
            if (share == null || share.signum() < 0 || share.compareTo(most) > 0) {
                return instead(output, row.value(output), otherwise);
            }
            shares.add(share);
            sum = sum.add(share);
        }
        return sum.signum() > 0 ? shares : instead(String.join(", ", outputs), shares, otherwise);
    }

    private @Nullable BigDecimal number(String output) {
        Object given = row.value(output);
        try {
            return given == null ? null : new BigDecimal(given.toString());
        } catch (NumberFormatException noNumber) {
            return null;
        }
    }

    /** An ISO period such as P5D; a day at least, a year at most. */
    public Period period(String output, Period otherwise) {
        return period(output, 1, LONGEST_DAYS, otherwise);
    }

    /** An ISO period of {@code least} to {@code most} days; a month counts as 30 days, a year as 365. */
    public Period period(String output, int least, int most, Period otherwise) {
        Object given = row.value(output);
        if (given == null) {
            return instead(output, null, otherwise);
        }
        try {
            Period period = Period.parse(given.toString());
            long days = period.getDays()
                    + (long) DAYS_OF_A_MONTH * period.getMonths()
                    + (long) DAYS_OF_A_YEAR * period.getYears();
            // P2M-59D is a day by that count, and none at all in February.
            return !period.isNegative() && days >= least && days <= most ? period : instead(output, given, otherwise);
        } catch (DateTimeException noPeriod) {
            return instead(output, given, otherwise);
        }
    }

    private <T> T instead(String output, @Nullable Object given, T otherwise) {
        if (!row.outputs().isEmpty()) {
            log.warn("{} gives {} as {}; {} counts", decision, given, output, otherwise);
        }
        return otherwise;
    }
}
