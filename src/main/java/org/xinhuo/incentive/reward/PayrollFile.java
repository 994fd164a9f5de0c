package org.xinhuo.incentive.reward;

import java.time.YearMonth;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The money of a period that is credited, for the payroll: a header, one line an entry, reversals included, always in
 * the same order. The same file however often it is fetched; a payroll takes each {@code rewardId} once.
 */
@Component
@Transactional(readOnly = true)
public class PayrollFile {

    /** Tells Excel that this is UTF-8. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final String HEADER = "rewardId,employeeId,name,period,kind,amount,currency,reversalOf";

    private final JdbcClient jdbc;

    PayrollFile(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** RFC 4180: CRLF, quotes where needed. */
    public String of(YearMonth period) {
        List<String> lines = jdbc.sql("""
                        select e.id, e.employee_id, p.name, e.period, e.kind, e.amount, e.currency, e.reversal_of
                        from reward_entry e
                        join employee p on p.id = e.employee_id
                        join reward_step s on s.reward_id = e.id and s.state = 'CREDITED'
                        where e.period = :period and e.amount <> 0
                        order by e.employee_id, e.kind, e.entered_at, e.id
                        """)
                .param("period", period.toString())
                .query((row, number) -> String.join(
                        ",",
                        text(row.getString("id")),
                        text(row.getString("employee_id")),
                        text(row.getString("name")),
                        row.getString("period"),
                        text(row.getString("kind")),
                        row.getBigDecimal("amount").toPlainString(),
                        text(row.getString("currency")),
                        row.getString("reversal_of") == null ? "" : text(row.getString("reversal_of"))))
                .list();
        StringBuilder file = new StringBuilder(BYTE_ORDER_MARK).append(HEADER).append("\r\n");
        lines.forEach(line -> file.append(line).append("\r\n"));
        return file.toString();
    }

    /** A text that a spreadsheet would run as a formula gets an apostrophe before it. */
    static String text(String value) {
        String safe = value.isEmpty() || "=+-@\t\r\n".indexOf(value.charAt(0)) < 0 ? value : "'" + value;
        return safe.matches("(?s).*[\",\r\n;\t].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
