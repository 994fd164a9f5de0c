package org.xinhuo.imports;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A CSV file by RFC 4180: quotes, line breaks inside quotes, and comma, semicolon or tab between cells. */
final class CsvSheet implements Sheet {

    private static final char[] SEPARATORS = {',', ';', '\t'};

    private static final int MOST_CELLS = 2_000;

    private static final int LONGEST_CELL = 1_000_000;

    private final CloseableIterator<CsvRecord> records;
    private long number;

    private CsvSheet(CloseableIterator<CsvRecord> records) {
        this.records = records;
    }

    static CsvSheet open(Path file, Set<String> knownHeaders) throws IOException {
        TextEncoding encoding = TextEncoding.of(file);
        char separator = separator(file, encoding, knownHeaders);
        return new CsvSheet(records(encoding.open(file), separator));
    }

    @Override
    public @Nullable Row next() {
        while (hasNext()) {
            number++;
            List<RawCell> cells =
                    records.next().getFields().stream().map(RawCell::text).toList();
            if (!cells.stream().allMatch(RawCell::isBlank)) {
                return new Row(number, cells);
            }
        }
        return null;
    }

    @Override
    public boolean leavesOutEmptyCells() {
        return false;
    }

    @Override
    public void close() throws IOException {
        records.close();
    }

    private boolean hasNext() {
        try {
            return records.hasNext();
        } catch (CsvParseException broken) {
            throw new UnreadableFile(number + 1, "imports.brokenCsv");
        }
    }

    /** The separator by which the first line names most columns; a tie goes to the comma. */
    private static char separator(Path file, TextEncoding encoding, Set<String> knownHeaders) throws IOException {
        char best = ',';
        long most = 0;
        for (char candidate : SEPARATORS) {
            long known = knownIn(encoding.open(file), candidate, knownHeaders);
            if (known > most) {
                most = known;
                best = candidate;
            }
        }
        return best;
    }

    private static long knownIn(Reader text, char separator, Set<String> knownHeaders) throws IOException {
        try (CsvSheet sheet = new CsvSheet(records(text, separator))) {
            Row header = sheet.next();
            return header == null
                    ? 0
                    : header.cells().stream()
                            .filter(cell ->
                                    knownHeaders.contains(cell.stripped().toLowerCase(Locale.ROOT)))
                            .count();
        } catch (UnreadableFile broken) {
            return 0;
        }
    }

    private static CloseableIterator<CsvRecord> records(Reader text, char separator) {
        // Blank lines and ragged rows come through, because rows are counted and judged by us.
        return CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowExtraCharsAfterClosingQuote(false)
                .allowUnclosedQuote(false)
                .build(
                        CsvRecordHandler.of(limits -> limits.maxFields(MOST_CELLS)
                                .maxFieldSize(LONGEST_CELL)
                                .maxRecordSize(2 * LONGEST_CELL)),
                        text)
                .iterator();
    }
}
