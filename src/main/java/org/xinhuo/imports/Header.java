package org.xinhuo.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which column of the kind stands where in the file. */
final class Header {

    private final int[] positions;
    private final int width;

    private Header(int[] positions, int width) {
        this.positions = positions;
        this.width = width;
    }

    /**
     * Reads the header, by the contract's names in any case or by the Chinese labels. Reports every column that is
     * unknown, named twice, or missing.
     *
     * @param names name or label in lower case → column
     * @return null if something is wrong
     */
    static @Nullable Header read(ImportKind kind, Sheet.Row row, Map<String, Column> names, Findings findings) {
        List<RawCell> cells = row.cells();
        int width = cells.size();
        // Spreadsheets like to add empty columns at the end.
        while (cells.get(width - 1).isBlank()) {
            width--;
        }
        boolean good = true;
        Map<String, Integer> found = new HashMap<>();
        for (int i = 0; i < width; i++) {
            String text = cells.get(i).stripped();
            Column column = names.get(text.toLowerCase(Locale.ROOT));
            if (column == null) {
                String code = text.isEmpty() ? "imports.columnWithoutName" : "imports.unknownColumn";
                findings.refuseFile(row.number(), text, code, text, String.valueOf(i + 1));
                good = false;
            } else if (found.putIfAbsent(column.name(), i) != null) {
                findings.refuseFile(row.number(), column.name(), "imports.duplicateColumn", text);
                good = false;
            }
        }
        List<Column> columns = kind.columns();
        int[] positions = new int[columns.size()];
        for (int i = 0; i < positions.length; i++) {
            Column column = columns.get(i);
            Integer position = found.get(column.name());
            if (position == null && !column.mayBeMissing()) {
                findings.refuseFile(row.number(), column.name(), "imports.missingColumn", column.name());
                good = false;
            }
            positions[i] = position == null ? -1 : position;
        }
        return good ? new Header(positions, width) : null;
    }

    /** Whether the row is neither longer nor, where the format writes empty cells, shorter than the header. */
    boolean fits(Sheet.Row row, boolean mayEndEarly) {
        List<RawCell> cells = row.cells();
        return (cells.size() >= width || mayEndEarly)
                && cells.stream().skip(width).allMatch(RawCell::isBlank);
    }

    /** The cells in the kind's order; what the row does not have is empty. */
    List<RawCell> cells(Sheet.Row row) {
        List<RawCell> cells = row.cells();
        List<RawCell> ordered = new ArrayList<>(positions.length);
        for (int position : positions) {
            ordered.add(position >= 0 && position < cells.size() ? cells.get(position) : RawCell.EMPTY);
        }
        return ordered;
    }

    int width() {
        return width;
    }
}
