package org.xinhuo.incentive.reward;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The chain of hashes over the ledger, which the database writes; docs/ledger.md says how to check it. */
@Component
@Transactional(readOnly = true)
public class LedgerChain {

    private static final int AT_A_TIME = 500;

    private final JdbcClient jdbc;
    private final JdbcTemplate rows;

    LedgerChain(JdbcClient jdbc, JdbcTemplate rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** The end of the chain. */
    public record Head(long sequence, String hash) {}

    public Optional<Head> head() {
        return jdbc.sql("select seq, hash from ledger_chain order by seq desc limit 1")
                .query((row, number) -> new Head(row.getLong("seq"), row.getString("hash")))
                .optional();
    }

    /** Every link from the first: sequence, hash and payload with a blank between them, no line end. */
    public void write(Consumer<String> line) {
        stream(
                "select seq, hash, payload from ledger_chain order by seq",
                row -> line.accept(row.getLong("seq") + " " + row.getString("hash") + " " + row.getString("payload")));
    }

    /** Row by row, however many there are. */
    void stream(String sql, RowCallbackHandler row) {
        JdbcTemplate few = new JdbcTemplate(Objects.requireNonNull(rows.getDataSource()));
        few.setFetchSize(AT_A_TIME);
        few.query(sql, row);
    }
}
