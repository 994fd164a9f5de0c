package org.xinhuo.imports;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.jspecify.annotations.Nullable;

/** The first sheet of an XLSX workbook, read as a stream. */
final class XlsxSheet implements Sheet {

    private static final int MOST_CELLS = 2_000;

    /** Date formats that every spreadsheet knows by number alone. */
    private static final Set<Integer> DATE_FORMATS = Set.of(
            14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54,
            55, 56, 57, 58);

    private final ReadableWorkbook workbook;
    private final Stream<org.dhatim.fastexcel.reader.Row> stream;
    private final Iterator<org.dhatim.fastexcel.reader.Row> rows;
    private long number;

    private XlsxSheet(ReadableWorkbook workbook, Stream<org.dhatim.fastexcel.reader.Row> stream) {
        this.workbook = workbook;
        this.stream = stream;
        this.rows = stream.iterator();
    }

    static XlsxSheet open(Path file) throws IOException {
        @Nullable ReadableWorkbook workbook = null;
        try {
            workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
            return new XlsxSheet(workbook, workbook.getFirstSheet().openStream());
        } catch (IOException | RuntimeException broken) {
            // The reader fails in many ways on parts that are missing or mixed up.
            if (workbook != null) {
                workbook.close();
            }
            throw new UnreadableFile(1, "imports.brokenWorkbook");
        }
    }

    @Override
    public @Nullable Row next() {
        while (true) {
            org.dhatim.fastexcel.reader.Row row = nextOfReader();
            if (row == null) {
                return null;
            }
            number = row.getRowNum();
            if (row.getCellCount() > MOST_CELLS) {
                throw new UnreadableFile(number, "imports.tooManyCells", MOST_CELLS);
            }
            List<RawCell> cells = new ArrayList<>(row.getCellCount());
            for (Cell cell : row) {
                cells.add(raw(cell));
            }
            if (!cells.stream().allMatch(RawCell::isBlank)) {
                return new Row(number, cells);
            }
        }
    }

    @Override
    public boolean leavesOutEmptyCells() {
        return true;
    }

    @Override
    public void close() throws IOException {
        stream.close();
        workbook.close();
    }

    private org.dhatim.fastexcel.reader.@Nullable Row nextOfReader() {
        try {
            return rows.hasNext() ? rows.next() : null;
        } catch (RuntimeException broken) {
            // Whatever the parser stumbles over, the user's file is at fault.
            throw new UnreadableFile(number + 1, "imports.brokenWorkbook");
        }
    }

    private static RawCell raw(@Nullable Cell cell) {
        if (cell == null) {
            return RawCell.EMPTY;
        }
        if (cell.getFormula() != null || cell.getType() == CellType.FORMULA) {
            return new RawCell(RawCell.Nature.FORMULA, "=" + cell.getFormula(), null);
        }
        return switch (cell.getType()) {
            case NUMBER -> number(cell);
            case ERROR -> new RawCell(RawCell.Nature.ERROR, textOf(cell), null);
            case EMPTY -> RawCell.EMPTY;
            default -> RawCell.text(textOf(cell));
        };
    }

    private static RawCell number(Cell cell) {
        if (isDate(cell)) {
            try {
                // A day is a number with a fraction: half a second of rounding is not the user's.
                LocalDateTime date = cell.asDate().plus(500, ChronoUnit.MILLIS).truncatedTo(ChronoUnit.SECONDS);
                return new RawCell(RawCell.Nature.DATE, date.toString(), date);
            } catch (RuntimeException noSuchDate) {
                return new RawCell(RawCell.Nature.ERROR, textOf(cell), null);
            }
        }
        // Fifteen digits are what a spreadsheet knows; 0.1 + 0.2 is stored with seventeen.
        BigDecimal value = cell.asNumber().round(new MathContext(15)).stripTrailingZeros();
        return new RawCell(RawCell.Nature.NUMBER, value.scale() < -30 ? textOf(cell) : value.toPlainString(), null);
    }

    private static String textOf(Cell cell) {
        String text = cell.getText();
        return text == null ? "" : text;
    }

    private static boolean isDate(Cell cell) {
        Integer id = cell.getDataFormatId();
        if (id != null && DATE_FORMATS.contains(id)) {
            return true;
        }
        String format = cell.getDataFormatString();
        if (format == null || format.equalsIgnoreCase("General")) {
            return false;
        }
        String bare = format.replaceAll("\"[^\"]*\"|\\\\.|_.|\\[(?![hms]+\\])[^\\]]*\\]", "");
        return bare.matches("(?is).*[ymdhs].*") && !bare.matches("(?s).*[#0?].*");
    }
}
