package org.xinhuo.incentive.reward;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a payroll file is written: UTF-8 with a byte order mark, RFC 4180, a header and one line an entry, reversals
 * included.
 */
final class PayrollFile {

    /** Tells Excel that this is UTF-8. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final String HEADER = "rewardId,employeeId,name,period,kind,amount,currency,reversalOf";

    private PayrollFile() {}

    /** An entry as the payroll gets it. @param period the month that earned it, which may be earlier than the file's */
    record Line(
            String rewardId,
            String employeeId,
            String name,
            String period,
            String kind,
            BigDecimal amount,
            String currency,
            @Nullable String reversalOf) {}

    static byte[] of(List<Line> lines) {
        StringBuilder file = new StringBuilder(BYTE_ORDER_MARK).append(HEADER).append("\r\n");
        for (Line line : lines) {
            file.append(String.join(
                            ",",
                            text(line.rewardId()),
                            text(line.employeeId()),
                            text(line.name()),
                            line.period(),
                            text(line.kind()),
                            line.amount().toPlainString(),
                            text(line.currency()),
                            line.reversalOf() == null ? "" : text(line.reversalOf())))
                    .append("\r\n");
        }
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A text that a spreadsheet would run as a formula gets an apostrophe before it. */
    static String text(String value) {
        String safe = value.isEmpty() || "=+-@\t\r\n".indexOf(value.charAt(0)) < 0 ? value : "'" + value;
        return safe.matches("(?s).*[\",\r\n;\t].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
