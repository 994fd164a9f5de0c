package org.xinhuo.incentive.reward;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which months of the payroll are closed, what stood in them, and what waits. Called inside a transaction. */
@Component
class PayrollLedger {

    private final JdbcClient jdbc;

    PayrollLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A month that was handed over.
     *
     * @param sequence of the link of the chain that the closing is, with its {@code hash}
     */
    record Closed(
            YearMonth period,
            Instant closedAt,
            String closedBy,
            int lines,
            byte[] file,
            String sha256,
            @Nullable Long sequence,
            @Nullable String hash) {}

    /** A sum of money. @param kind null for all kinds together */
    record Sum(String currency, @Nullable String kind, int count, BigDecimal amount) {}

    NavigableSet<YearMonth> closedMonths() {
        return new TreeSet<>(jdbc.sql("select period from payroll_month")
                .query((row, number) -> YearMonth.parse(row.getString("period")))
                .list());
    }

    Optional<Closed> closed(YearMonth period) {
        return jdbc.sql("select m.*, c.seq, c.hash from payroll_month m"
                        + " left join ledger_chain c on c.source = 'payroll' and c.row_key = m.period"
                        + " where m.period = :period")
                .param("period", period.toString())
                .query(PayrollLedger::closed)
                .optional();
    }

    /**
     * The month whose payroll takes an entry of a period: its own; where that is closed, the one after the last closed
     * one. A month between that never had anything to pay stays open and takes nothing that finance would look for later.
     */
    static YearMonth payableIn(YearMonth period, NavigableSet<YearMonth> closed) {
        return closed.contains(period) ? closed.last().plusMonths(1) : period;
    }

    /** Credited money of these periods that no payroll has paid, in the order of a file. */
    List<PayrollFile.Line> unpaid(Collection<YearMonth> periods) {
        return jdbc.sql("""
                        select e.id, e.employee_id, p.name, e.period, e.kind, e.amount, e.currency, e.reversal_of
                        from reward_entry e
                        join employee p on p.id = e.employee_id
                        join reward_step s on s.reward_id = e.id and s.state = 'CREDITED'
                        where e.period = any(:periods) and e.amount <> 0
                            and not exists (select 1 from payroll_line l where l.reward_id = e.id)
                        order by e.employee_id, e.period, e.kind, e.entered_at, e.id
                        """)
                .param("periods", periods.stream().map(YearMonth::toString).toArray(String[]::new))
                .query(PayrollLedger::line)
                .list();
    }

    void close(YearMonth period, List<PayrollFile.Line> lines, byte[] file, String sha256, String by, Instant at) {
        List<String> ids =
                new ArrayList<>(lines.stream().map(PayrollFile.Line::rewardId).toList());
        jdbc.sql("insert into payroll_line (reward_id, period, position)"
                        + " select id, :period, position from unnest(:ids) with ordinality as l (id, position)")
                .param("period", period.toString())
                .param("ids", ids.toArray(String[]::new))
                .update();
        jdbc.sql("""
                        insert into payroll_month (period, closed_at, closed_by, lines, file, file_sha256, head_seq,
                            head_hash)
                        select :period, :at, :by, :lines, :file, :sha256, seq, hash
                        from ledger_chain order by seq desc limit 1
                        """)
                .param("period", period.toString())
                .param("at", Timestamp.from(at))
                .param("by", by)
                .param("lines", lines.size())
                .param("file", file)
                .param("sha256", sha256)
                .update();
    }

    /** What the tables say of a closed month's lines, by currency and kind. */
    List<Sum> assigned(YearMonth period) {
        return jdbc.sql("""
                        select e.currency, e.kind, count(*) as entries, sum(e.amount) as amount
                        from payroll_line l join reward_entry e on e.id = l.reward_id
                        where l.period = :period group by e.currency, e.kind order by e.currency, e.kind
                        """)
                .param("period", period.toString())
                .query(PayrollLedger::sum)
                .list();
    }

    /** All credited money of the ledger, by currency. */
    List<Sum> credited() {
        return sums("join reward_step s on s.reward_id = e.id and s.state = 'CREDITED'");
    }

    /** All money that stands in some payroll, by currency. */
    List<Sum> paid() {
        return sums("join payroll_line l on l.reward_id = e.id");
    }

    /** All credited money that stands in none, by currency. */
    List<Sum> waiting() {
        return sums("join reward_step s on s.reward_id = e.id and s.state = 'CREDITED'"
                + " left join payroll_line l on l.reward_id = e.id where l.reward_id is null");
    }

    private List<Sum> sums(String of) {
        return jdbc.sql("select e.currency, null as kind, count(*) as entries, sum(e.amount) as amount"
                        + " from reward_entry e " + of
                        + (of.contains(" where ") ? " and" : " where") + " e.amount <> 0"
                        + " group by e.currency order by e.currency")
                .query(PayrollLedger::sum)
                .list();
    }

    private static Sum sum(ResultSet row, int number) throws SQLException {
        return new Sum(
                row.getString("currency"), row.getString("kind"), row.getInt("entries"), row.getBigDecimal("amount"));
    }

    private static PayrollFile.Line line(ResultSet row, int number) throws SQLException {
        return new PayrollFile.Line(
                row.getString("id"),
                row.getString("employee_id"),
                row.getString("name"),
                row.getString("period"),
                row.getString("kind"),
                row.getBigDecimal("amount"),
                row.getString("currency"),
                row.getString("reversal_of"));
    }

    private static Closed closed(ResultSet row, int number) throws SQLException {
        return new Closed(
                YearMonth.parse(row.getString("period")),
                row.getTimestamp("closed_at").toInstant(),
                row.getString("closed_by"),
                row.getInt("lines"),
                row.getBytes("file"),
                row.getString("file_sha256"),
                row.getObject("seq", Long.class),
                row.getString("hash"));
    }
}
