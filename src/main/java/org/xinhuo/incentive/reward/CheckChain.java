package org.xinhuo.incentive.reward;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Checks the chain against itself and against the tables. Calculates everything anew and in Java: functions of the
 * database that somebody has changed are not asked.
 */
@Component
@Transactional(readOnly = true)
public class CheckChain {

    /** Beyond these, more say nothing new. */
    private static final int MOST_FAULTS = 100;

    private static final String NO_HASH = "0".repeat(64);

    private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final String LINKS = """
            select c.seq, c.source, c.row_key, c.payload, c.hash,
                e.id, e.employee_id, e.period, e.kind, e.amount, e.currency, e.decision_key, e.decision_version,
                e.basis, e.reversal_of, e.replaces, e.correction_version, e.reason, e.entered_by, e.entered_at,
                s.reward_id, s.state, s.at, s.by_person, s.remark,
                m.period as month, m.lines, m.file, m.file_sha256, m.head_seq, m.head_hash, m.closed_by, m.closed_at,
                (select string_agg(l.reward_id || chr(10), '' order by l.position) from payroll_line l
                    where l.period = m.period) as entries
            from ledger_chain c
            left join reward_entry e on c.source = 'entry' and e.id = c.row_key
            left join reward_step s on c.source = 'step' and s.reward_id || '/' || s.state = c.row_key
            left join payroll_month m on c.source = 'payroll' and m.period = c.row_key
            order by c.seq
            """;

    private static final String UNCHAINED = """
            select 'entry' as source, id as row_key from reward_entry
            where not exists (select 1 from ledger_chain where source = 'entry' and row_key = id)
            union all
            select 'step', reward_id || '/' || state from reward_step
            where not exists (select 1 from ledger_chain where source = 'step' and row_key = reward_id || '/' || state)
            union all
            select 'payroll', period from payroll_month
            where not exists (select 1 from ledger_chain where source = 'payroll' and row_key = period)
            order by 1, 2
            """;

    private final LedgerChain chain;
    private final JdbcClient jdbc;

    CheckChain(LedgerChain chain, JdbcClient jdbc) {
        this.chain = chain;
        this.jdbc = jdbc;
    }

    /** What can be wrong. */
    public enum Kind {
        /** A link is missing before this one, or stands twice. */
        GAP,
        /** The hash is not that of the hash before and the payload. */
        BROKEN,
        /** The row of the ledger is not what it was when it was chained. */
        CHANGED,
        /** The row of the ledger is gone. */
        GONE,
        /** A row of the ledger is in no link. */
        UNCHAINED,
        /** A closed month notes an end of the chain that the chain does not have. */
        CUT;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param sequence of the link, or null where there is none; {@code row} names the row */
    public record Fault(Kind kind, @Nullable Long sequence, String row) {}

    /** @param links how many; {@code head} the last hash, 64 zeros without any */
    public record Finding(long links, String head, List<Fault> faults) {

        public boolean sound() {
            return faults.isEmpty();
        }
    }

    public Finding check() {
        Walk walk = new Walk();
        chain.stream(LINKS, walk::link);
        jdbc.sql(UNCHAINED)
                .query((row, number) ->
                        walk.fault(Kind.UNCHAINED, null, row.getString("source") + " " + row.getString("row_key")))
                .list();
        jdbc.sql("select m.period from payroll_month m where not exists"
                        + " (select 1 from ledger_chain c where c.seq = m.head_seq and c.hash = m.head_hash)")
                .query((row, number) -> walk.fault(Kind.CUT, null, "payroll " + row.getString("period")))
                .list();
        return new Finding(walk.links, walk.head, walk.faults);
    }

    private static final class Walk {

        private final List<Fault> faults = new ArrayList<>();
        private long links;
        private String head = NO_HASH;

        void link(ResultSet row) throws SQLException {
            links++;
            long sequence = row.getLong("seq");
            String named = row.getString("source") + " " + row.getString("row_key");
            String payload = row.getString("payload");
            if (sequence != links) {
                fault(Kind.GAP, sequence, named);
                links = sequence;
            }
            if (!Sha256.of(head + payload).equals(row.getString("hash"))) {
                fault(Kind.BROKEN, sequence, named);
            }
            head = row.getString("hash");
            String now = payload(row);
            if (now == null) {
                fault(Kind.GONE, sequence, named);
            } else if (!now.equals(payload)) {
                fault(Kind.CHANGED, sequence, named);
            }
        }

        boolean fault(Kind kind, @Nullable Long sequence, String row) {
            return faults.size() < MOST_FAULTS && faults.add(new Fault(kind, sequence, row));
        }
    }

    /** What the row of the ledger would be chained as today; null where it is gone. */
    private static @Nullable String payload(ResultSet row) throws SQLException {
        return switch (row.getString("source")) {
            case "entry" -> row.getString("id") == null ? null : entry(row);
            case "step" -> row.getString("reward_id") == null ? null : step(row);
            default -> row.getString("month") == null ? null : payroll(row);
        };
    }

    private static String entry(ResultSet row) throws SQLException {
        return new Payload("entry")
                .with("id", row.getString("id"))
                .with("employee", row.getString("employee_id"))
                .with("period", row.getString("period"))
                .with("kind", row.getString("kind"))
                .with("amount", row.getBigDecimal("amount").toPlainString())
                .with("currency", row.getString("currency"))
                .with("decision", row.getString("decision_key"))
                .with("version", row.getString("decision_version"))
                .with("basis", row.getString("basis"))
                .with("reversalOf", row.getString("reversal_of"))
                .with("replaces", row.getString("replaces"))
                .with("correction", row.getString("correction_version"))
                .with("reason", row.getString("reason"))
                .with("by", row.getString("entered_by"))
                .with("at", instant(row.getTimestamp("entered_at")))
                .toString();
    }

    private static String step(ResultSet row) throws SQLException {
        return new Payload("step")
                .with("entry", row.getString("reward_id"))
                .with("state", row.getString("state"))
                .with("by", row.getString("by_person"))
                .with("remark", row.getString("remark"))
                .with("at", instant(row.getTimestamp("at")))
                .toString();
    }

    private static String payroll(ResultSet row) throws SQLException {
        return new Payload("payroll")
                .with("month", row.getString("month"))
                .with("lines", row.getString("lines"))
                .with("file", Sha256.of(row.getBytes("file")))
                .with("entries", Sha256.of(Objects.requireNonNullElse(row.getString("entries"), "")))
                .with("head", row.getLong("head_seq") + ":" + row.getString("head_hash"))
                .with("by", row.getString("closed_by"))
                .with("at", instant(row.getTimestamp("closed_at")))
                .toString();
    }

    private static String instant(Timestamp at) {
        Instant instant = at.toInstant();
        return INSTANT.format(instant);
    }

    /** Fields as docs/ledger.md writes them; one without a value is left out. */
    private static final class Payload {

        private final StringBuilder text;

        Payload(String source) {
            text = new StringBuilder(source);
        }

        Payload with(String name, @Nullable String value) {
            if (value != null) {
                text.append('|')
                        .append(name)
                        .append('=')
                        .append(value.replace("\\", "\\\\")
                                .replace("|", "\\p")
                                .replace("\n", "\\n")
                                .replace("\r", "\\r"));
            }
            return this;
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
