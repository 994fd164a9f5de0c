package org.xinhuo.mentoring.rights;

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
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The table of rights as it stands in {@code rights/mentoring.csv}: one row an action, one column a role, {@code yes} or
 * {@code -}. The rows about a {@code mentorship} are checked by {@link MentoringRights}; those about a task of the mentee
 * or the mentor, or a request of the mentee, are kept by the engine's own gates and stand here so that there is one table to read and to test.
 */
public final class RightsTable {

    /** The subject of the rows that {@link MentoringAction} names. */
    public static final String MENTORSHIP = "mentorship";

    private static final String FILE = "/rights/mentoring.csv";

    private final List<Row> rows;
    private final Map<MentoringAction, Set<MentoringRole>> allowed = new EnumMap<>(MentoringAction.class);

    /**
     * One action.
     *
     * @param subject what it is done to: {@code mentorship}, {@code request}, {@code mentee-task} or {@code mentor-task}
     * @param action the action's code, unique within its subject
     */
    public record Row(String subject, String action, Set<MentoringRole> allowed) {}

    private RightsTable(List<Row> rows) {
        this.rows = List.copyOf(rows);
        Set<String> seen = new HashSet<>();
        for (Row row : rows) {
            if (!seen.add(row.subject() + "/" + row.action())) {
                throw new IllegalStateException(FILE + " names twice: " + row.subject() + " " + row.action());
            }
        }
        for (MentoringAction action : MentoringAction.values()) {
            allowed.put(
                    action,
                    rows.stream()
                            .filter(row -> row.subject().equals(MENTORSHIP)
                                    && row.action().equals(action.code()))
                            .findFirst()
                            .orElseThrow(() -> new IllegalStateException(FILE + " lacks " + action.code()))
                            .allowed());
        }
        long checked =
                rows.stream().filter(row -> row.subject().equals(MENTORSHIP)).count();
        if (checked != MentoringAction.values().length) {
            throw new IllegalStateException(FILE + " names an action of a mentorship that nobody checks");
        }
    }

    /** Reads the table that the application carries. @throws IllegalStateException where a row is wrong or missing */
    public static RightsTable read() {
        try (InputStream file = Objects.requireNonNull(RightsTable.class.getResourceAsStream(FILE), FILE);
                Reader text = new InputStreamReader(file, StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> csv = CsvReader.builder()
                        .commentStrategy(CommentStrategy.SKIP)
                        .ofNamedCsvRecord(text)) {
            List<Row> rows = new ArrayList<>();
            csv.forEach(line -> rows.add(row(line)));
            return new RightsTable(rows);
        } catch (IOException failure) {
            throw new IllegalStateException(FILE, failure);
        }
    }

    private static Row row(NamedCsvRecord line) {
        Set<MentoringRole> roles = EnumSet.noneOf(MentoringRole.class);
        for (MentoringRole role : MentoringRole.values()) {
            switch (line.getField(role.code()).strip()) {
                case "yes" -> roles.add(role);
                case "-" -> {}
                default ->
                    throw new IllegalStateException(FILE + ", line " + line.getStartingLineNumber() + ": " + role.code()
                            + " is neither yes nor -");
            }
        }
        return new Row(
                line.getField("subject").strip(), line.getField("action").strip(), Collections.unmodifiableSet(roles));
    }

    /** Every row, in the order of the file. */
    public List<Row> rows() {
        return rows;
    }

    /** Who may do this. */
    public Set<MentoringRole> allowed(MentoringAction action) {
        return Objects.requireNonNull(allowed.get(action));
    }
}
