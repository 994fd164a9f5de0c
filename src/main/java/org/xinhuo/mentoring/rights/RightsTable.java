package org.xinhuo.mentoring.rights;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.xinhuo.base.RightsFile;

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
        List<String> roles =
                Arrays.stream(MentoringRole.values()).map(MentoringRole::code).toList();
        return new RightsTable(RightsFile.read(FILE, roles).stream()
                .map(row -> new Row(row.subject(), row.action(), allowed(row)))
                .toList());
    }

    private static Set<MentoringRole> allowed(RightsFile.Row row) {
        Set<MentoringRole> roles = EnumSet.allOf(MentoringRole.class);
        roles.removeIf(role -> !row.allowed().contains(role.code()));
        return Collections.unmodifiableSet(roles);
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
