package org.xinhuo.mentoring.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.rights.RightsTable.Row;
import org.xinhuo.testing.Caller;
import org.xinhuo.testing.XinhuoWebTest;

/** A part of the table of rights, cell by cell, in one world; what was refused on the way must be written down. */
@XinhuoWebTest
abstract class MatrixCase {

    static final String REST = "/engine-rest";
    static final String TASKLIST = "/camunda/api/engine/engine/default";

    private static final List<MentoringRole> ADMINISTRATOR_LAST = Stream.of(MentoringRole.values())
            .sorted(Comparator.comparing((MentoringRole role) -> role == MentoringRole.ADMINISTRATOR)
                    .thenComparing(role -> role))
            .toList();

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    final RightsTable table = RightsTable.read();
    final Set<String> refused = new TreeSet<>();
    final Set<String> admitted = new TreeSet<>();

    private final Map<String, Caller> callers = new HashMap<>();
    private final Map<String, String> tokens = new HashMap<>();

    interface Cell<R> {

        Runnable of(R row, MentoringRole role);
    }

    /** A test for each role; the administrator comes last, who may change what the others find. */
    static <R> Stream<DynamicNode> cells(Stream<R> rows, Cell<R> cell) {
        return cells(rows, ADMINISTRATOR_LAST, cell);
    }

    static <R> Stream<DynamicNode> cells(Stream<R> rows, List<MentoringRole> roles, Cell<R> cell) {
        List<DynamicNode> cells = new ArrayList<>();
        rows.forEach(row -> {
            for (MentoringRole role : roles) {
                String name = row instanceof Row known ? known.subject() + " " + known.action() : row.toString();
                cells.add(dynamicTest(
                        name + " by " + role.code(), () -> cell.of(row, role).run()));
            }
        });
        return cells.stream();
    }

    Stream<Row> rows(String subject) {
        return table.rows().stream().filter(row -> row.subject().equals(subject));
    }

    boolean may(MentoringAction action, MentoringRole role) {
        return table.allowed(action).contains(role);
    }

    static boolean forbidden(Runnable work) {
        try {
            work.run();
            return false;
        } catch (Refusal refusal) {
            return refusal.kind() == Refusal.Kind.FORBIDDEN;
        }
    }

    Caller basic(String person) {
        return callers.computeIfAbsent("basic " + person, any -> Caller.basic(port, person));
    }

    Caller page(String person) {
        return callers.computeIfAbsent("page " + person, any -> Caller.browser(port, person));
    }

    /** What a form of this person's must carry along. */
    String token(String person) {
        return tokens.computeIfAbsent(person, any -> page(person).token("/"));
    }

    Caller tasklist(String person) {
        return callers.computeIfAbsent("tasklist " + person, any -> {
            Caller caller = Caller.browser(port, person);
            caller.get("/camunda/app/tasklist/default/");
            return caller.with("X-XSRF-TOKEN", caller.cookie("XSRF-TOKEN"));
        });
    }

    Caller over(String root, String person) {
        return root.equals(REST) ? basic(person) : tasklist(person);
    }

    static String channel(String root) {
        return root.equals(REST) ? "engine-rest" : "tasklist";
    }

    DynamicNode everyRefusalIsWrittenDown(int atLeast) {
        return dynamicTest("every refusal is written down", () -> {
            Set<String> written = new TreeSet<>(
                    jdbc.sql("select person_id || ' ' || channel || ' ' || action || ' ' || business_key from refusal")
                            .query(String.class)
                            .list());
            assertThat(refused).hasSizeGreaterThan(atLeast);
            assertThat(written).containsAll(refused);
            assertThat(admitted).doesNotContainAnyElementsOf(written);
        });
    }
}
