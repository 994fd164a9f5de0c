package org.xinhuo.library;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.xinhuo.base.RightsFile;
import org.xinhuo.library.Resource.Audience;
import org.xinhuo.people.Groups;

/** The table of rights as it stands in {@code rights/library.csv}: by whom a file is for, one row an action. */
final class LibraryRightsTable {

    /** Who brought the file in. */
    static final String OWNER = "owner";

    /** To whom it was forwarded. */
    static final String RECIPIENT = "recipient";

    /** The columns: what one is to the file, then the groups. */
    static final List<String> ROLES =
            Stream.concat(Stream.of(OWNER, RECIPIENT), Groups.ALL.stream()).toList();

    private static final String FILE = "/rights/library.csv";

    private final Map<String, Set<String>> allowed = new HashMap<>();

    private LibraryRightsTable(List<RightsFile.Row> rows) {
        rows.forEach(row -> allowed.put(row.subject() + "/" + row.action(), row.allowed()));
        Set<String> known = new HashSet<>();
        for (Audience audience : Audience.values()) {
            for (LibraryAction action : LibraryAction.values()) {
                if (isOfThisTable(audience, action)) {
                    known.add(key(audience, action));
                }
            }
        }
        if (!known.equals(allowed.keySet())) {
            throw new IllegalStateException(FILE + " names " + allowed.keySet() + " instead of " + known);
        }
    }

    /** @throws IllegalStateException where a row is wrong, missing or too much */
    static LibraryRightsTable read() {
        return new LibraryRightsTable(RightsFile.read(FILE, ROLES));
    }

    /** Whether this is answered here; the rest belongs to the table of rights of mentorships, or to the circle. */
    static boolean isOfThisTable(Audience audience, LibraryAction action) {
        return audience != Audience.MENTORSHIP && audience != Audience.CIRCLE
                || action != LibraryAction.BRING_IN && action != LibraryAction.INSPECT;
    }

    /** Whether one of these roles may; nobody where others answer. */
    boolean allows(Audience audience, LibraryAction action, Collection<String> roles) {
        Set<String> may =
                isOfThisTable(audience, action) ? Objects.requireNonNull(allowed.get(key(audience, action))) : Set.of();
        return !Collections.disjoint(may, roles);
    }

    private static String key(Audience audience, LibraryAction action) {
        return audience.code() + "/" + action.code();
    }
}
