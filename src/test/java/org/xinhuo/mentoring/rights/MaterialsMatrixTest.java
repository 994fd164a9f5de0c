package org.xinhuo.mentoring.rights;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinhuo.base.Refusal;
import org.xinhuo.library.AddResource;
import org.xinhuo.library.ForwardResource;
import org.xinhuo.library.LibraryShelf;
import org.xinhuo.library.ReadContent;
import org.xinhuo.library.Upload;
import org.xinhuo.testing.Caller;
import org.xinhuo.testing.Caller.Answer;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

/** The cells of the table of rights about materials: the library asks the table, and every refusal is written down. */
@XinhuoWebTest
class MaterialsMatrixTest {

    static final List<MentoringAction> MATERIALS = List.of(
            MentoringAction.READ_MATERIALS,
            MentoringAction.DOWNLOAD_MATERIALS,
            MentoringAction.SHARE_MATERIALS,
            MentoringAction.FORWARD_MATERIALS);

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    TestCompany company;

    @Autowired
    JdbcClient jdbc;

    private final RightsTable table = RightsTable.read();
    private final Map<String, Caller> callers = new HashMap<>();
    private final Set<String> refused = new TreeSet<>();
    private final Map<String, String> files = new HashMap<>();

    @TestFactory
    Stream<DynamicNode> everyCell() {
        new RightsWorld(context);
        company.employee("ren");
        // In the former mentor's time, too: it is the table that takes it away and not the dates.
        company.write("update pairing set started_at = started_at - interval '1 day',"
                + " ended_at = ended_at + interval '1 day' where mentor_id = 'fang'");
        files.put("mei", upload("mei").json().path("id").asText());
        files.put("wang", upload("wang").json().path("id").asText());
        return Stream.of(
                dynamicContainer("the service", MATERIALS.stream().flatMap(this::served)),
                dynamicContainer("/api", MATERIALS.stream().flatMap(this::cells)),
                dynamicContainer(
                        "the page", Arrays.stream(MentoringRole.values()).map(this::page)),
                dynamicTest("every refusal is written down", this::everyRefusalIsWrittenDown),
                dynamicTest("what may not be read says nothing of itself", this::nothingIsSaid));
    }

    /** The use cases of the library themselves; what is refused there says no more than that there is no such file. */
    private Stream<DynamicNode> served(MentoringAction action) {
        return Arrays.stream(MentoringRole.values())
                .map(role -> dynamicTest(action.code() + " by " + role.code(), () -> {
                    String person = RightsWorld.person(role, RightsWorld.PLANNING);
                    assertThat(isRefused(() -> serve(action, person)))
                            .isNotEqualTo(table.allowed(action).contains(role));
                }));
    }

    private static boolean isRefused(Runnable work) {
        try {
            work.run();
            return false;
        } catch (Refusal refusal) {
            return refusal.kind() == Refusal.Kind.FORBIDDEN || refusal.kind() == Refusal.Kind.NOT_FOUND;
        }
    }

    private void serve(MentoringAction action, String person) {
        String file = files.get(ownerFor(person));
        switch (action) {
            case READ_MATERIALS ->
                context.getBean(LibraryShelf.class).inMentorship(RightsWorld.PLANNING, person, "", 0, 10);
            case DOWNLOAD_MATERIALS -> {
                context.getBean(ReadContent.class).giveReason(file, person, "complaint");
                context.getBean(ReadContent.class).find(file, person, null);
            }
            case SHARE_MATERIALS ->
                context.getBean(AddResource.class)
                        .add(
                                person,
                                "more",
                                RightsWorld.PLANNING,
                                null,
                                new Upload("more.txt", 4, new ByteArrayResource("more".getBytes(UTF_8))));
            default -> context.getBean(ForwardResource.class).forward(file, person, List.of("ren"));
        }
    }

    private Stream<DynamicNode> cells(MentoringAction action) {
        return Arrays.stream(MentoringRole.values())
                .map(role -> dynamicTest(action.code() + " by " + role.code(), () -> cell(action, role)));
    }

    private void cell(MentoringAction action, MentoringRole role) {
        String person = RightsWorld.person(role, RightsWorld.PLANNING);
        Answer answer = ask(action, person);
        if (table.allowed(action).contains(role)) {
            assertThat(answer.status()).as(answer.toString()).isIn(200, 201);
            return;
        }
        // Who may know that it is there is told that it is refused; who may not finds nothing.
        boolean knows = table.allowed(MentoringAction.READ_MATERIALS).contains(role);
        boolean ofAFile = action == MentoringAction.DOWNLOAD_MATERIALS || action == MentoringAction.FORWARD_MATERIALS;
        boolean has = table.allowed(MentoringAction.DOWNLOAD_MATERIALS).contains(role) && role != MentoringRole.HR;
        boolean hidden = ofAFile && (action == MentoringAction.FORWARD_MATERIALS ? !has : !knows);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(hidden ? 404 : 403);
        refused.add(person + " api " + action.code() + " " + RightsWorld.PLANNING + " "
                + (ofAFile ? files.get(ownerFor(person)) : ""));
    }

    private Answer ask(MentoringAction action, String person) {
        String file = "/api/resources/" + files.get(ownerFor(person));
        return switch (action) {
            case READ_MATERIALS -> basic(person).get("/api/resources?mentorshipId=" + RightsWorld.PLANNING);
            case DOWNLOAD_MATERIALS -> {
                Answer given = basic(person).post(file + "/readings", "{\"reason\":\"complaint\"}");
                yield given.status() < 300 ? basic(person).get(file + "/content") : given;
            }
            case SHARE_MATERIALS -> upload(person);
            default -> basic(person).post(file + "/forwards", "{\"employeeIds\":[\"ren\"]}");
        };
    }

    /** Always somebody else's file. */
    private static String ownerFor(String person) {
        return person.equals("mei") ? "wang" : "mei";
    }

    private DynamicNode page(MentoringRole role) {
        return dynamicTest("by " + role.code(), () -> {
            Answer answer = Caller.browser(port, RightsWorld.person(role, RightsWorld.PLANNING))
                    .get("/mentorships/" + RightsWorld.PLANNING + "/materials");
            boolean may = table.allowed(MentoringAction.READ_MATERIALS).contains(role);
            assertThat(answer.status()).isEqualTo(may ? 200 : 403);
            assertThat(answer.body().contains("notes of mei")).isEqualTo(may);
        });
    }

    private void everyRefusalIsWrittenDown() {
        List<String> written = jdbc.sql("select person_id || ' ' || channel || ' ' || action || ' ' || business_key"
                        + " || ' ' || resource_id from refusal")
                .query(String.class)
                .list();
        assertThat(refused).hasSizeGreaterThan(20);
        assertThat(written).containsAll(refused);
    }

    /** The same answer as for a file that does not exist. */
    private void nothingIsSaid() {
        String mine = files.get("mei");
        String nobodys = mine.substring(0, mine.length() - 1) + (mine.endsWith("0") ? "1" : "0");
        Answer hidden = basic("otto").get("/api/resources/" + mine + "/content");
        Answer missing = basic("otto").get("/api/resources/" + nobodys + "/content");

        assertThat(hidden.status()).isEqualTo(missing.status()).isEqualTo(404);
        assertThat(hidden.body()).isEqualTo(missing.body().replace(nobodys, mine));
        assertThat(jdbc.sql("select count(*) from refusal where resource_id = :id")
                        .param("id", nobodys)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private Answer upload(String person) {
        return basic(person)
                .multipart(
                        "/api/resources",
                        "file",
                        "notes.txt",
                        "private words",
                        Map.of("mentorshipId", RightsWorld.PLANNING, "title", "notes of " + person));
    }

    private Caller basic(String person) {
        return callers.computeIfAbsent(person, any -> Caller.basic(port, person));
    }
}
