package org.xinhuo.incentive.opportunity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinhuo.base.RightsFile;
import org.xinhuo.base.RightsFile.Row;
import org.xinhuo.testing.PlainDecisions;

/** The tables about opportunities as they are shipped: rights, and the owner's decisions. */
class OpportunityTablesTest {

    private final List<Row> rows = RightsFile.read("/rights/opportunity.csv", OpportunityRights.ROLES);
    private final PlainDecisions decisions = new PlainDecisions();

    @ParameterizedTest
    @CsvSource({
        "excellent, '', true",
        "good, '', true",
        "pass, '', false",
        "fail, '', false",
        "'', '', false",
        "pass, senior-lecturer, true",
        "'', senior-lecturer, true",
        "fail, senior-lecturer, false"
    })
    void whoQualifies(String grade, String title, boolean eligible) {
        assertThat(decisions
                        .decide("training-eligibility", Map.of("grade", grade, "title", title))
                        .first()
                        .flag("eligible"))
                .isEqualTo(eligible);
    }

    @ParameterizedTest
    @CsvSource({
        "excellent, senior-lecturer, 0, 1",
        "excellent, '', 0, 2",
        "excellent, senior-lecturer, 1, 3",
        "excellent, '', 2, 3",
        "good, senior-lecturer, 0, 4",
        "good, '', 1, 5",
        "pass, senior-lecturer, 0, 6",
        "fail, '', 0, 9"
    })
    void whoComesFirst(String grade, String title, int trainings, int priority) {
        assertThat(decisions
                        .decide(
                                "training-priority",
                                Map.of("grade", grade, "title", title, "trainingsInAYear", trainings))
                        .first()
                        .integer("priority"))
                .isEqualTo(priority);
    }

    /** The codes are built, so no other test sees them. */
    @Test
    void everyActionHasItsSentenceInBothLanguages() throws IOException {
        for (String language : List.of("", "_zh_CN")) {
            Properties texts = new Properties();
            try (Reader reader = Files.newBufferedReader(
                    Path.of("src/main/resources/messages", "training-offer" + language + ".properties"))) {
                texts.load(reader);
            }
            for (OpportunityAction action : OpportunityAction.values()) {
                assertThat(texts).containsKey(action.refusal());
            }
        }
    }

    /** The failure shows what docs/rights.md should hold. */
    @Test
    void thePageAboutRightsIsTheTable() throws IOException {
        assertThat(Files.readString(Path.of("docs", "rights.md"))).contains(page());
    }

    private String page() {
        StringBuilder page = new StringBuilder("| |");
        OpportunityRights.ROLES.forEach(
                role -> page.append(' ').append(role.replace('-', ' ')).append(" |"));
        page.append("\n|---|").append(":-:|".repeat(OpportunityRights.ROLES.size()));
        for (Row row : rows) {
            page.append("\n| ").append(row.action().replace('-', ' ')).append(" |");
            OpportunityRights.ROLES.forEach(role -> page.append(row.allowed().contains(role) ? " ✓ |" : " |"));
        }
        return page.append('\n').toString();
    }
}
