package org.xinhuo.imports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * The temporary table {@code staged_row} of the current transaction. Rows go in by COPY as they are read, so that the
 * application holds a buffer of them and never the file.
 */
final class Staging {

    private static final int BUFFER = 1 << 16;

    private final DataSource dataSource;
    private final JdbcTemplate jdbc;
    private final ImportKind kind;

    Staging(DataSource dataSource, JdbcTemplate jdbc, ImportKind kind) {
        this.dataSource = dataSource;
        this.jdbc = jdbc;
        this.kind = kind;
    }

    /** Writes rows while it is open. */
    interface Writer {
        /** @param values one a column of the kind, spelled as the database reads it, or null */
        void write(long rowNumber, List<@Nullable String> values);
    }

    /** What reads the file. */
    interface Source {
        void readInto(Writer writer) throws IOException;
    }

    void create() {
        drop();
        jdbc.execute("create temporary table staged_row (row_number bigint not null, "
                + kind.columns().stream()
                        .map(column ->
                                quoted(column.name()) + " " + column.rule().sqlType())
                        .collect(Collectors.joining(", "))
                + ") on commit drop");
    }

    void fill(Source source) throws IOException {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy staged_row from stdin");
            try {
                CopyWriter writer = new CopyWriter(copy);
                source.readInto(writer);
                writer.flush();
                copy.endCopy();
            } catch (UnreadableFile unreadable) {
                // The rest of the file is lost, the transaction is not: cancelling would end it.
                copy.endCopy();
                throw unreadable;
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("rows could not be staged", failure);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
        // Nobody else analyses a temporary table, and a hundred thousand rows deserve a plan.
        jdbc.execute("analyze staged_row");
    }

    /** Two files in one transaction share the name of the table. */
    void drop() {
        jdbc.execute("drop table if exists pg_temp.staged_row");
    }

    /** Reports rows that name the same thing, each with the other's number. */
    void refuseDuplicates(Findings findings) {
        String key = kind.key().stream().map(Staging::quoted).collect(Collectors.joining(", "));
        String known =
                kind.key().stream().map(name -> quoted(name) + " is not null").collect(Collectors.joining(" and "));
        String value = kind.key().stream()
                .map(name -> quoted(name) + "::text")
                .collect(Collectors.joining(", ", "concat_ws(' / ', ", ")"));
        findings.refuse(
                String.join(", ", kind.key()),
                "imports.duplicateKey",
                "select row_number, value, (case when row_number = first then second else first end)::text from ("
                        + "select row_number, " + value + " as value,"
                        + " first_value(row_number) over same as first, nth_value(row_number, 2) over same as second"
                        + " from staged_row where " + known
                        + " window same as (partition by " + key + " order by row_number"
                        + " rows between unbounded preceding and unbounded following)) grouped"
                        + " where second is not null order by row_number");
    }

    private static String quoted(String name) {
        return '"' + name + '"';
    }

    /** Spells rows in the text format of COPY. */
    private static final class CopyWriter implements Writer {

        private final CopyIn copy;
        private final StringBuilder buffer = new StringBuilder(BUFFER * 2);

        CopyWriter(CopyIn copy) {
            this.copy = copy;
        }

        @Override
        public void write(long rowNumber, List<@Nullable String> values) {
            buffer.append(rowNumber);
            for (String value : values) {
                buffer.append('\t');
                if (value == null) {
                    buffer.append("\\N");
                } else {
                    append(value);
                }
            }
            buffer.append('\n');
            if (buffer.length() >= BUFFER) {
                flush();
            }
        }

        void flush() {
            byte[] bytes = buffer.toString().getBytes(StandardCharsets.UTF_8);
            try {
                copy.writeToCopy(bytes, 0, bytes.length);
            } catch (SQLException failure) {
                throw new IllegalStateException("rows could not be staged", failure);
            }
            buffer.setLength(0);
        }

        private void append(String value) {
            for (int i = 0; i < value.length(); i++) {
                char character = value.charAt(i);
                switch (character) {
                    case '\\' -> buffer.append("\\\\");
                    case '\t' -> buffer.append("\\t");
                    case '\n' -> buffer.append("\\n");
                    case '\r' -> buffer.append("\\r");
                    default -> buffer.append(character);
                }
            }
        }
    }
}
