package org.xinhuo.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.xinhuo.base.RightsFile;
import org.xinhuo.base.RightsFile.Row;
import org.xinhuo.library.Resource.Audience;

class LibraryRightsTableTest {

    private final List<Row> rows = RightsFile.read("/rights/library.csv", LibraryRightsTable.ROLES);

    /** Everybody in a group is an employee; a table that denies them what employees may would lie. */
    @Test
    void whatEveryEmployeeMayEveryGroupMay() {
        assertThat(rows)
                .filteredOn(row -> row.allowed().contains("employee"))
                .allSatisfy(row -> assertThat(row.allowed())
                        .containsAll(LibraryRightsTable.ROLES.subList(2, LibraryRightsTable.ROLES.size())));
    }

    @Test
    void onlyTheOwnerChangesAFileAndWhatIsPrivateNobodyOversees() {
        assertThat(rows)
                .filteredOn(row -> row.action().equals("change"))
                .allSatisfy(row -> assertThat(row.allowed()).containsExactly(LibraryRightsTable.OWNER));
        LibraryRightsTable table = LibraryRightsTable.read();
        for (LibraryAction action : LibraryAction.values()) {
            if (action != LibraryAction.BRING_IN) {
                assertThat(table.allows(
                                Audience.PRIVATE, action, List.of("hr", "auditor", "camunda-admin", "employee")))
                        .as(action.code())
                        .isFalse();
            }
        }
    }

    /** The codes are built, so no other test sees them. */
    @Test
    void everyActionHasItsSentencesInBothLanguages() throws IOException {
        for (String language : List.of("", "_zh_CN")) {
            Properties texts = new Properties();
            for (String bundle : List.of("library", "audit")) {
                try (Reader reader = Files.newBufferedReader(
                        Path.of("src/main/resources/messages", bundle + language + ".properties"))) {
                    texts.load(reader);
                }
            }
            for (LibraryAction action : LibraryAction.values()) {
                assertThat(texts).containsKeys(action.refusal(), "audit.refusal.action.library-" + action.code());
            }
        }
    }

    /** The failure shows what docs/rights.md should hold. */
    @Test
    void thePageAboutRightsIsTheTable() throws IOException {
        assertThat(Files.readString(Path.of("docs", "rights.md")))
                .contains(page("private"), page("mentorship"), page("circle"), page("company"));
    }

    private String page(String subject) {
        StringBuilder page = new StringBuilder("| |");
        LibraryRightsTable.ROLES.forEach(
                role -> page.append(' ').append(role.replace('-', ' ')).append(" |"));
        page.append("\n|---|").append(":-:|".repeat(LibraryRightsTable.ROLES.size()));
        for (Row row : rows) {
            if (row.subject().equals(subject)) {
                page.append("\n| ").append(row.action().replace('-', ' ')).append(" |");
                LibraryRightsTable.ROLES.forEach(
                        role -> page.append(row.allowed().contains(role) ? " ✓ |" : " |"));
            }
        }
        return page.append('\n').toString();
    }
}
