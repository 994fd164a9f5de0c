package org.xinhuo.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.xinhuo.base.StagedRows;
import org.xinhuo.base.Texts;

/** Collects what is wrong with a file: counts all of it, lists as much as anybody would read. */
final class Findings implements StagedRows {

    private static final int LONGEST_VALUE = 200;

    private final JdbcTemplate jdbc;
    private final Texts texts;
    private final Locale locale;
    private final @Nullable String broughtBy;
    private final List<RowProblem> listed = new ArrayList<>();
    private final List<RowProblem> remarks = new ArrayList<>();
    private final BitSet badRows = new BitSet();
    private long total;

    /** @param jdbc reads rows as they come, not all at once */
    Findings(JdbcTemplate jdbc, Texts texts, Locale locale, @Nullable String broughtBy) {
        this.jdbc = jdbc;
        this.texts = texts;
        this.locale = locale;
        this.broughtBy = broughtBy;
    }

    @Override
    public @Nullable String broughtBy() {
        return broughtBy;
    }

    @Override
    public void refuse(String column, String code, String query, @Nullable Object... parameters) {
        jdbc.query(
                query,
                row -> {
                    refuse(row.getLong(1), column, row.getString(2), code, further(row));
                },
                parameters);
    }

    @Override
    public void remark(String column, String code, String query) {
        jdbc.query(query, row -> {
            if (remarks.size() < ImportReport.MOST_LISTED) {
                remarks.add(spoken(row.getLong(1), column, row.getString(2), code, further(row)));
            }
        });
    }

    private static List<Object> further(ResultSet row) throws SQLException {
        List<Object> arguments = new ArrayList<>();
        for (int i = 3; i <= row.getMetaData().getColumnCount(); i++) {
            arguments.add(row.getString(i));
        }
        return arguments;
    }

    @Override
    public void refuse(long row, @Nullable String column, @Nullable String value, String code, List<Object> arguments) {
        badRows.set(Math.toIntExact(row));
        add(row, column, value, code, arguments);
    }

    /** Something is wrong with the header or the file, not with a row of data. */
    void refuseFile(long row, @Nullable String column, String code, Object... arguments) {
        total++;
        listed.add(new RowProblem(row, column, null, texts.text(locale, code, arguments)));
    }

    boolean none() {
        return total == 0;
    }

    ImportReport report(String kind, long rows) {
        listed.sort(Comparator.comparingLong(RowProblem::row));
        long rejected = badRows.cardinality();
        long notListed = total - listed.size();
        return new ImportReport(
                kind,
                rows,
                rows - rejected,
                rejected,
                List.copyOf(listed),
                notListed == 0 ? null : notListed,
                List.copyOf(remarks));
    }

    private void add(long row, @Nullable String column, @Nullable String value, String code, List<Object> more) {
        total++;
        if (listed.size() < ImportReport.MOST_LISTED) {
            listed.add(spoken(row, column, value, code, more));
        }
    }

    private RowProblem spoken(
            long row, @Nullable String column, @Nullable String value, String code, List<Object> more) {
        String shown =
                value == null || value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "…";
        Object[] arguments = new Object[more.size() + 1];
        arguments[0] = shown == null ? "" : shown;
        for (int i = 0; i < more.size(); i++) {
            arguments[i + 1] = more.get(i);
        }
        return new RowProblem(row, column, shown, texts.text(locale, code, arguments));
    }
}
