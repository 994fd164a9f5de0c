package org.xinhuo.base;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** A table of rights as it stands in a file: one row a subject and action, one column a role, {@code yes} or {@code -}. */
public final class RightsFile {

    /**
     * One action.
     *
     * @param subject what it is done to
     * @param action the action's code, unique within its subject
     * @param allowed the roles that may
     */
    public record Row(String subject, String action, Set<String> allowed) {}

    private RightsFile() {}

    /**
     * Reads a table that the application carries.
     *
     * @param file its place among the resources, such as {@code /rights/mentoring.csv}
     * @param roles every role that must have its column
     * @return the rows in the order of the file
     * @throws IllegalStateException where a cell is neither yes nor -, a column is missing, or a row stands there twice
     */
    public static List<Row> read(String file, List<String> roles) {
        try (InputStream stream = Objects.requireNonNull(RightsFile.class.getResourceAsStream(file), file);
                Reader text = new InputStreamReader(stream, StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> csv = CsvReader.builder()
                        .commentStrategy(CommentStrategy.SKIP)
                        .ofNamedCsvRecord(text)) {
            List<Row> rows = new ArrayList<>();
            Set<String> seen = new HashSet<>();
            for (NamedCsvRecord line : csv) {
                Row row = row(file, line, roles);
                if (!seen.add(row.subject() + "/" + row.action())) {
                    throw new IllegalStateException(file + " names twice: " + row.subject() + " " + row.action());
                }
                rows.add(row);
            }
            return List.copyOf(rows);
        } catch (IOException failure) {
            throw new IllegalStateException(file, failure);
        }
    }

    private static Row row(String file, NamedCsvRecord line, List<String> roles) {
        Set<String> allowed = new LinkedHashSet<>();
        for (String role : roles) {
            switch (line.findField(role).orElse("").strip()) {
                case "yes" -> allowed.add(role);
                case "-" -> {}
                default ->
                    throw new IllegalStateException(
                            file + ", line " + line.getStartingLineNumber() + ": " + role + " is neither yes nor -");
            }
        }
        return new Row(
                line.getField("subject").strip(),
                line.getField("action").strip(),
                Collections.unmodifiableSet(allowed));
    }
}
