package org.xinhuo.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.Intake;
import org.xinhuo.base.Refusal;
import org.xinhuo.base.Texts;

/**
 * Brings a file of one kind into the company, all rows or none. The file is read as a stream; what is checked across
 * rows and against the company is checked by the database.
 */
@Component
public class ImportFile {

    /** One import writes at a time: two files that overlap would wait for each other's rows crosswise. */
    private static final long LOCK = 0x58494E48554FL;

    private static final int ROWS_FETCHED_AT_ONCE = 1_000;

    private final ImportKinds kinds;
    private final Map<String, List<Intake>> intakes;
    private final DataSource dataSource;
    private final JdbcTemplate jdbc;
    private final Texts texts;

    ImportFile(ImportKinds kinds, List<Intake> intakes, DataSource dataSource, Texts texts) {
        this.kinds = kinds;
        this.intakes = intakes.stream().collect(Collectors.groupingBy(Intake::kind));
        this.dataSource = dataSource;
        this.jdbc = new JdbcTemplate(dataSource);
        this.jdbc.setFetchSize(ROWS_FETCHED_AT_ONCE);
        this.texts = texts;
    }

    /** As the other, for a file that comes with the product. */
    @Transactional
    public ImportReport run(String kindId, Path file, boolean dryRun, Locale locale) {
        return run(kindId, file, dryRun, locale, null);
    }

    /**
     * Checks a file, and stores it if every row is good.
     *
     * @param kindId such as {@code employees}
     * @param file CSV or XLSX, told by its content
     * @param dryRun check only
     * @param locale the language of the report
     * @param broughtBy whose file it is: nobody brings what decides the own money
     * @throws Refusal where there is no such kind
     */
    @Transactional
    public ImportReport run(String kindId, Path file, boolean dryRun, Locale locale, @Nullable String broughtBy) {
        ImportKind kind = kinds.find(kindId).orElseThrow(() -> Refusal.notFound("imports.unknownKind", kindId));
        List<Intake> takers = intakes.getOrDefault(kindId, List.of());
        if (takers.isEmpty()) {
            throw new IllegalStateException("nobody takes in " + kindId);
        }
        if (!dryRun) {
            jdbc.queryForList("select pg_advisory_xact_lock(?)::text", LOCK);
        }
        Findings findings = new Findings(jdbc, texts, locale, broughtBy);
        Staging staging = new Staging(dataSource, jdbc, kind);
        staging.create();
        Reading reading = new Reading(kind, findings);
        boolean complete = reading.stage(file, staging, names(kind));
        if (complete) {
            staging.refuseDuplicates(findings);
            takers.forEach(taker -> taker.check(findings));
            if (findings.none() && !dryRun) {
                takers.forEach(Intake::merge);
            }
        }
        staging.drop();
        return findings.report(kindId, reading.rows);
    }

    private Map<String, Column> names(ImportKind kind) {
        Map<String, Column> names = new LinkedHashMap<>();
        for (Column column : kind.columns()) {
            names.put(column.name().toLowerCase(Locale.ROOT), column);
            String label = texts.text(Locale.SIMPLIFIED_CHINESE, "imports.column." + kind.id() + "." + column.name());
            names.put(label.toLowerCase(Locale.ROOT), column);
        }
        return names;
    }

    /** One pass over one file. */
    private static final class Reading {

        private final ImportKind kind;
        private final Findings findings;
        private long rows;

        Reading(ImportKind kind, Findings findings) {
            this.kind = kind;
            this.findings = findings;
        }

        /** @return whether the file could be read to its end, so that rows can be compared with each other */
        boolean stage(Path file, Staging staging, Map<String, Column> names) {
            try (Sheet sheet = Sheets.open(file, names.keySet())) {
                Sheet.Row first = sheet.next();
                if (first == null) {
                    throw new UnreadableFile(1, "imports.empty");
                }
                Header header = Header.read(kind, first, names, findings);
                if (header == null) {
                    return false;
                }
                staging.fill(writer -> readRows(sheet, header, writer));
                return true;
            } catch (UnreadableFile unreadable) {
                findings.refuseFile(
                        unreadable.row(),
                        null,
                        unreadable.code(),
                        unreadable.arguments().toArray());
                return false;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        private void readRows(Sheet sheet, Header header, Staging.Writer writer) throws IOException {
            for (Sheet.Row row = sheet.next(); row != null; row = sheet.next()) {
                rows++;
                boolean ragged = !header.fits(row, sheet.leavesOutEmptyCells());
                if (ragged) {
                    findings.refuse(
                            row.number(),
                            null,
                            null,
                            "imports.raggedRow",
                            List.of(String.valueOf(row.cells().size()), String.valueOf(header.width())));
                }
                // A ragged row is staged as far as it goes, so that rows which refer to it are not blamed.
                writer.write(row.number(), read(row.number(), header.cells(row), ragged));
            }
        }

        private List<@Nullable String> read(long number, List<RawCell> cells, boolean alreadyRefused) {
            List<@Nullable String> values = new ArrayList<>(cells.size());
            for (int i = 0; i < cells.size(); i++) {
                Column column = kind.columns().get(i);
                @Nullable String value = null;
                try {
                    value = column.read(cells.get(i));
                } catch (BadCell bad) {
                    if (!alreadyRefused) {
                        findings.refuse(number, column.name(), cells.get(i).text(), bad.code(), bad.arguments());
                    }
                }
                values.add(value);
            }
            return values;
        }
    }
}
