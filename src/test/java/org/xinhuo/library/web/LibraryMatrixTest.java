package org.xinhuo.library.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinhuo.base.RightsFile;
import org.xinhuo.base.RightsFile.Row;
import org.xinhuo.library.AddResource;
import org.xinhuo.library.ForwardResource;
import org.xinhuo.library.LibraryCompany;
import org.xinhuo.library.SampleFiles;
import org.xinhuo.library.Upload;
import org.xinhuo.testing.Caller;
import org.xinhuo.testing.Caller.Answer;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

/** Every cell of the library's table of rights, over {@code /api}; every refusal is written down. */
@XinhuoWebTest
class LibraryMatrixTest {

    private static final byte[] PDF = SampleFiles.pdf("words");

    /** One for each column; all of them are employees. */
    private static final Map<String, String> PEOPLE = Map.of(
            "owner", "olga",
            "recipient", "rudi",
            "employee", "emil",
            "mentor", "mo",
            "lecturer", "lena",
            "manager", "max",
            "hr", "han",
            "process-owner", "qin",
            "auditor", "shen",
            "camunda-admin", "admin");

    @LocalServerPort
    int port;

    @Autowired
    TestCompany company;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    AddResource addResource;

    @Autowired
    ForwardResource forwardResource;

    private final Set<String> refused = new TreeSet<>();

    @TestFactory
    Stream<DynamicNode> everyCell() {
        people();
        return Stream.concat(
                RightsFile.read("/rights/library.csv", List.copyOf(PEOPLE.keySet())).stream()
                        .map(row -> dynamicContainer(
                                row.subject() + " " + row.action(),
                                PEOPLE.keySet().stream()
                                        .sorted()
                                        .map(role -> dynamicTest("by " + role, () -> cell(row, role))))),
                Stream.of(dynamicTest("every refusal is written down", this::everyRefusalIsWrittenDown)));
    }

    private void people() {
        new LibraryCompany(company);
        PEOPLE.values().stream()
                .filter(person -> !Set.of("han", "shen").contains(person))
                .forEach(company::employee);
        company.mentor("mo", 3, "logical")
                .lecturer("lena", "sales")
                .role("qin", "process-owner")
                .role("admin", "camunda-admin");
        company.write("update employee set manager_id = 'max' where id = 'emil'");
    }

    private void cell(Row row, String role) {
        String person = PEOPLE.get(role);
        boolean may = row.allowed().contains(role) || row.allowed().contains("employee");
        if (row.action().equals("see-readers")
                && row.subject().equals("mentorship")
                && Set.of("hr", "auditor").contains(role)) {
            // These two may by the table of mentorships, whose own test asks for it.
            may = true;
        }
        String file = file(row);
        Answer answer = ask(row, person, file);
        switch (row.action()) {
            case "see-readers" ->
                assertThat(answer.status() == 200 && answer.json().path("views").isArray())
                        .as(answer.toString())
                        .isEqualTo(may);
            default -> assertThat(answer.status() < 300).as(answer.toString()).isEqualTo(may);
        }
        if (!may && Set.of("bring-in", "read", "forward", "change").contains(row.action())) {
            assertRefused(row, role, answer, file);
        }
    }

    private void assertRefused(Row row, String role, Answer answer, String file) {
        boolean toldWhy = row.action().equals("read") && row.subject().equals("mentorship") && role.equals("hr");
        if (toldWhy) {
            assertThat(answer.status()).isEqualTo(400);
            return;
        }
        assertThat(answer.status()).as(answer.toString()).isIn(403, 404);
        boolean materials =
                row.subject().equals("mentorship") && Set.of("read", "forward").contains(row.action());
        refused.add(PEOPLE.get(role) + " "
                + (materials
                        ? (row.action().equals("read") ? "download" : "forward") + "-materials m-1 "
                        : "library-" + row.action() + " " + (row.subject().equals("mentorship") ? "m-1 " : " "))
                + (row.action().equals("bring-in") ? "" : file));
    }

    private Answer ask(Row row, String person, String file) {
        Caller caller = Caller.basic(port, person);
        String path = "/api/resources/" + file;
        return switch (row.action()) {
            case "bring-in" ->
                caller.multipart("/api/resources", "file", "a.txt", "words", Map.of("audience", row.subject()));
            case "read" -> caller.get(path + "/content");
            case "forward" -> caller.post(path + "/forwards", "{\"employeeIds\":[\"lin\"]}");
            case "change" -> caller.delete(path);
            case "see-readers" -> caller.get(path);
            case "inspect" -> {
                Answer given = caller.post(path + "/readings", "{\"reason\":\"complaint\"}");
                yield given.status() < 300 ? caller.get(path + "/content") : given;
            }
            default -> throw new IllegalArgumentException("nobody knows how to ask for " + row.action());
        };
    }

    /** A file of olga's, forwarded to rudi; whoever inspects it comes too late for anything else. */
    private String file(Row row) {
        String id =
                addResource.add("olga", null, null, null, new Upload("a.pdf", PDF.length, new ByteArrayResource(PDF)));
        forwardResource.forward(id, "olga", List.of("rudi"));
        company.write(
                "update resource set audience = ?, mentorship_id = ?, circle = ? where id = ?",
                row.subject().toUpperCase(Locale.ROOT),
                row.subject().equals("mentorship") ? "m-1" : null,
                row.subject().equals("circle") ? "share/none" : null,
                id);
        if (row.action().equals("inspect")) {
            company.write("update resource set withdrawn_at = now() where id = ?", id);
        }
        return id;
    }

    private void everyRefusalIsWrittenDown() {
        assertThat(refused).hasSizeGreaterThan(40);
        assertThat(jdbc.sql(
                                "select person_id || ' ' || action || ' ' || business_key || ' ' || resource_id from refusal")
                        .query(String.class)
                        .list())
                .containsAll(refused);
    }
}
