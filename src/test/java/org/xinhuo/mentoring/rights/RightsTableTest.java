package org.xinhuo.mentoring.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.xinhuo.mentoring.rights.RightsTable.Row;

class RightsTableTest {

    private static final Path PAGE = Path.of("docs", "rights.md");

    private final RightsTable table = RightsTable.read();

    /** What the requirements say of mentors, in their words: advise, do not do. */
    @Test
    void aMentorAdvisesAndDoesNothingInTheMenteesPlace() {
        Set<MentoringAction> mentees = Set.of(
                MentoringAction.WRITE_PROGRESS,
                MentoringAction.ANSWER_SUGGESTION,
                MentoringAction.MARK_ACTION,
                MentoringAction.FINISH_MENTEES_TODO,
                MentoringAction.SELF_EVALUATE,
                MentoringAction.READ_SELF_EVALUATION,
                MentoringAction.STATE_NEEDS,
                MentoringAction.AGREE_PLAN,
                MentoringAction.HAND_LOG_OVER,
                MentoringAction.CHOOSE_MENTOR);
        Set<MentoringAction> mentors = Set.of(
                MentoringAction.READ_COMPETENCIES,
                MentoringAction.READ_METRICS,
                MentoringAction.DRAFT_PLAN,
                MentoringAction.SUGGEST_IMPROVEMENT,
                MentoringAction.GIVE_GUIDANCE,
                MentoringAction.SHARE_EXPERIENCE,
                MentoringAction.EVALUATE_GROWTH);
        assertThat(mentees)
                .allSatisfy(action -> assertThat(table.allowed(action))
                        .doesNotContain(MentoringRole.MENTOR, MentoringRole.SUBSTITUTE, MentoringRole.FORMER_MENTOR));
        assertThat(mentors)
                .allSatisfy(action -> assertThat(table.allowed(action)).contains(MentoringRole.MENTOR));
    }

    @Test
    void whoIsNobodyToTheMentorshipMayNothing() {
        assertThat(table.rows())
                .filteredOn(row -> !row.subject().equals(RightsTable.COMPANY))
                .allSatisfy(row -> assertThat(row.allowed())
                        .as(row.subject() + " " + row.action())
                        .doesNotContain(
                                MentoringRole.COLLEAGUE,
                                MentoringRole.OTHER_MENTOR,
                                MentoringRole.FORMER_MENTOR,
                                MentoringRole.PROCESS_OWNER));
    }

    @Test
    void auditorsOnlyRead() {
        assertThat(table.rows())
                .filteredOn(row -> row.allowed().contains(MentoringRole.AUDITOR))
                .allSatisfy(row -> assertThat(row.action()).startsWith("read"));
    }

    /** One for each action, in both languages; the code of a refusal is built, so no other test sees it. */
    @Test
    void everyActionHasASentenceForWhoMayNot() throws IOException {
        for (String file : List.of("mentoring-progress.properties", "mentoring-progress_zh_CN.properties")) {
            Properties texts = new Properties();
            try (Reader reader = Files.newBufferedReader(Path.of("src/main/resources/messages", file))) {
                texts.load(reader);
            }
            assertThat(MentoringAction.values())
                    .allSatisfy(action -> assertThat(texts.getProperty("rights.refused." + action.code(), ""))
                            .as(file + " " + action.code())
                            .isNotBlank());
        }
    }

    /** A row that no code asks would be a promise and no right. */
    @Test
    void everyActionIsAskedWhereItHappens() throws IOException {
        StringBuilder code = new StringBuilder();
        Path table = Path.of("src/main/java/org/xinhuo/mentoring/rights");
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(file -> file.toString().endsWith(".java") && !file.startsWith(table))
                    .toList()) {
                code.append(Files.readString(file));
            }
        }
        assertThat(MentoringAction.values())
                .allSatisfy(
                        action -> assertThat(code).containsPattern("(Mentoring|Materials)Action\\." + action + "\\b"));
        assertThat(CompanyAction.values()).allSatisfy(action -> assertThat(code).contains("CompanyAction." + action));
    }

    /** docs/rights.md is the table; the failure shows what it should hold. */
    @Test
    void thePageAboutRightsIsTheTable() throws IOException {
        assertThat(Files.readString(PAGE))
                .contains(table.rows().stream()
                        .map(Row::subject)
                        .distinct()
                        .map(this::page)
                        .toList());
    }

    private String page(String subject) {
        StringBuilder page = new StringBuilder("| |");
        Arrays.stream(MentoringRole.values())
                .forEach(role ->
                        page.append(' ').append(role.code().replace('-', ' ')).append(" |"));
        page.append("\n|---|").append(":-:|".repeat(MentoringRole.values().length));
        for (Row row : table.rows()) {
            if (row.subject().equals(subject)) {
                page.append("\n| ").append(row.action().replace('-', ' ')).append(" |");
                Arrays.stream(MentoringRole.values())
                        .forEach(role -> page.append(row.allowed().contains(role) ? " ✓ |" : " |"));
            }
        }
        return page.append('\n').toString();
    }
}
