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
 * {@code -}. The rows about a {@code mentorship} or the {@code company} are checked by {@link MentoringRights}; those about a task of the mentee
 * or the mentor, a timer, or a request of the mentee, are kept by the engine's own gates and stand here so that there is one table to read and to test.
 */
public final class RightsTable {

    /** The subject of the rows that {@link MentoringAction} names. */
    public static final String MENTORSHIP = "mentorship";

    /** The subject of the rows that {@link CompanyAction} names. */
    public static final String COMPANY = "company";

    private static final String FILE = "/rights/mentoring.csv";

    private final List<Row> rows;
    private final Map<MentoringAction, Set<MentoringRole>> allowed = new EnumMap<>(MentoringAction.class);
    private final Map<CompanyAction, Set<MentoringRole>> allowedInCompany = new EnumMap<>(CompanyAction.class);

    /**
     * One action.
     *
     * @param subject what it is done to: {@code mentorship}, {@code company}, {@code request}, {@code completion},
     *     {@code timer}, {@code mentee-task}, {@code mentor-task}, or one of the last two with {@code -in-hr} for who works in HR besides
     * @param action the action's code, unique within its subject
     */
    public record Row(String subject, String action, Set<MentoringRole> allowed) {}

    private RightsTable(List<Row> rows) {
        this.rows = List.copyOf(rows);
        for (MentoringAction action : MentoringAction.values()) {
            allowed.put(action, allowed(rows, MENTORSHIP, action.code()));
        }
        for (CompanyAction action : CompanyAction.values()) {
            allowedInCompany.put(action, allowed(rows, COMPANY, action.code()));
        }
        long checked = rows.stream()
                .filter(row -> row.subject().equals(MENTORSHIP) || row.subject().equals(COMPANY))
                .count();
        if (checked != allowed.size() + allowedInCompany.size()) {
            throw new IllegalStateException(FILE + " names an action that nobody checks");
        }
    }

    private static Set<MentoringRole> allowed(List<Row> rows, String subject, String action) {
        return rows.stream()
                .filter(row -> row.subject().equals(subject) && row.action().equals(action))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(FILE + " lacks " + subject + " " + action))
                .allowed();
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

    /** Who may do this over many mentorships at once. */
    public Set<MentoringRole> allowed(CompanyAction action) {
        return Objects.requireNonNull(allowedInCompany.get(action));
    }
}
