package org.xinhuo.mentoring.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.rights.RightsTable.Row;
import org.xinhuo.testing.Caller;
import org.xinhuo.testing.Caller.Answer;
import org.xinhuo.testing.XinhuoWebTest;

/** Every cell of the table of rights, by every way in: the service, /api, our pages, /engine-rest and Tasklist. */
@XinhuoWebTest
class RightsMatrixTest {

    private static final String REST = "/engine-rest";
    private static final String TASKLIST = "/camunda/api/engine/engine/default";

    /** After this the task is no more; it comes last, and once. */
    private static final Set<String> FINAL = Set.of("throw-error");

    private static final List<MentoringRole> ADMINISTRATOR_LAST = Stream.of(MentoringRole.values())
            .sorted(Comparator.comparing((MentoringRole role) -> role == MentoringRole.ADMINISTRATOR)
                    .thenComparing(role -> role))
            .toList();

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    MentoringRights rights;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MessageSource messages;

    private final RightsTable table = RightsTable.read();
    private final Map<String, Caller> callers = new HashMap<>();
    private final Map<String, String> tokens = new HashMap<>();
    private final Set<String> refused = new TreeSet<>();
    private final Set<String> admitted = new TreeSet<>();

    private RightsWorld world;
    private RightsCalls calls;

    @TestFactory
    Stream<DynamicNode> everyCell() {
        world = new RightsWorld(context);
        calls = new RightsCalls(context, world);
        return Stream.of(
                dynamicContainer("the check", theCheck()),
                dynamicContainer("the service", theService()),
                // First what is no action of the table: of that the trail keeps no more than a flood an hour.
                dynamicContainer("messages", theMessages()),
                dynamicContainer("company", theCompany()),
                dynamicContainer("/api", theApi()),
                dynamicContainer("pages", thePages()),
                dynamicContainer("tasks", theTasks()),
                dynamicContainer("requests", theRequests()),
                dynamicTest("manager and HR do approve", this::managerAndHrApprove),
                dynamicTest("every refusal is written down", this::everyRefusalIsWrittenDown),
                dynamicTest("every action is asked somewhere", this::everyActionIsAsked),
                dynamicTest("every action has a name in the audit", this::everyActionHasAName));
    }

    private Stream<DynamicNode> theCheck() {
        return cells(
                Stream.of(MentoringAction.values()),
                (action, role) -> () -> assertThat(forbidden(() -> rights.check(
                                RightsWorld.person(role, RightsWorld.PLANNING), RightsWorld.PLANNING, action)))
                        .isNotEqualTo(may(action, role)));
    }

    /** The use cases themselves, each in a transaction that is rolled back. */
    private Stream<DynamicNode> theService() {
        Map<MentoringAction, BiConsumer<String, String>> cases = calls.ofUseCases();
        return cells(cases.keySet().stream(), (action, role) -> () -> {
            String mentorship = RightsCalls.mentorshipFor(action);
            String person = RightsWorld.person(role, mentorship);
            assertThat(forbidden(() -> transaction.executeWithoutResult(open -> {
                        open.setRollbackOnly();
                        cases.get(action).accept(mentorship, person);
                    })))
                    .isNotEqualTo(may(action, role));
        });
    }

    private Stream<DynamicNode> theApi() {
        Map<String, BiFunction<Caller, String, Answer>> requests = calls.overRest();
        return cells(requests.keySet().stream(), (call, role) -> () -> {
            MentoringAction action = MentoringAction.valueOf(call.split(" ")[0]);
            String mentorship = RightsCalls.mentorshipFor(action);
            String person = RightsWorld.person(role, mentorship);
            Answer answer = requests.get(call).apply(basic(person), mentorship);
            if (may(action, role)) {
                assertThat(answer.status()).as(answer.toString()).isNotIn(401, 403, 500);
            } else {
                assertThat(answer.status()).as(answer.toString()).isEqualTo(403);
                String about = action == MentoringAction.READ_RECOMMENDATIONS ? "mei" : mentorship;
                refused.add(person + " api " + written(action) + " " + about);
            }
        });
    }

    /** What is read and done over many mentorships, by /api and by our pages. */
    private Stream<DynamicNode> theCompany() {
        List<CompanyCalls.Call> all = CompanyCalls.all();
        assertThat(all).extracting(CompanyCalls.Call::action).contains(CompanyAction.values());
        return cells(all.stream(), (call, role) -> () -> {
            String person = RightsWorld.person(role, RightsWorld.PLANNING);
            boolean may = table.allowed(call.action()).contains(role);
            Answer answer = call.isPage() ? page(call, person) : call.over(basic(person), person);
            if (may) {
                assertThat(answer.status()).as(answer.toString()).isNotIn(401, 403, 500);
                return;
            }
            // A form goes back to its page, and that it was refused is written down.
            assertThat(answer.status()).as(answer.toString()).isEqualTo(call.isForm() ? 302 : 403);
            refused.add(person + " " + call.written(person));
        });
    }

    private Answer page(CompanyCalls.Call call, String person) {
        Caller caller = callers.computeIfAbsent("page " + person, any -> Caller.browser(port, person));
        if (!call.isForm()) {
            return caller.get(call.path(person));
        }
        Map<String, String> fields = new HashMap<>(call.fields());
        fields.put("_csrf", tokens.computeIfAbsent(person, any -> caller.token("/")));
        return caller.with("Referer", "http://localhost:" + port + "/").form(call.path(person), fields);
    }

    /** A form that is refused goes back to its page; that it was refused is written down all the same. */
    private Stream<DynamicNode> thePages() {
        RightsPages pages = new RightsPages(world, jdbc);
        Map<String, RightsPages.Ask> asks = pages.all();
        return cells(asks.keySet().stream(), (call, role) -> () -> {
            MentoringAction action = MentoringAction.valueOf(call.split(" ")[0]);
            String mentorship = RightsCalls.mentorshipFor(action);
            String person = RightsWorld.person(role, mentorship);
            RightsPages.Ask ask = asks.get(call);
            // The frame around every page asks first whether the mentorship may be read at all.
            MentoringAction first = ask.isForm() || may(MentoringAction.READ_MENTORSHIP, role)
                    ? action
                    : MentoringAction.READ_MENTORSHIP;
            String line = person + " page " + written(first) + " " + mentorship;
            if (may(action, role)) {
                Answer answer = ask(ask, person, mentorship);
                assertThat(answer.status()).as(answer.toString()).isIn(200, 302);
                admitted.add(line);
                return;
            }
            String before = pages.stored();
            Answer answer = ask(ask, person, mentorship);
            assertThat(answer.status()).as(answer.toString()).isEqualTo(ask.isForm() ? 302 : 403);
            assertThat(pages.stored()).isEqualTo(before);
            refused.add(line);
        });
    }

    /** As a browser does, which says on which page the form stood. */
    private Answer ask(RightsPages.Ask ask, String person, String mentorship) {
        Caller caller = callers.computeIfAbsent("page " + person, any -> Caller.browser(port, person));
        String path = ask.path().apply(mentorship);
        if (!ask.isForm()) {
            return caller.get(path);
        }
        Map<String, String> fields = new HashMap<>(ask.fields());
        fields.put("_csrf", tokens.computeIfAbsent(person, any -> caller.token("/")));
        return caller.with("Referer", "http://localhost:" + port + "/mentorships/" + mentorship)
                .form(path, fields);
    }

    private Stream<DynamicNode> theTasks() {
        return cells(table.rows().stream().filter(row -> row.subject().endsWith("-task")), (row, role) -> () -> {
            ask(row, role, REST);
            if (!FINAL.contains(row.action()) || !row.allowed().contains(role)) {
                ask(row, role, TASKLIST);
            }
        });
    }

    private void ask(Row row, MentoringRole role, String root) {
        String mentorship = row.subject().equals("mentee-task") ? RightsWorld.PLANNING : RightsWorld.DRAFTING;
        String person = RightsWorld.person(role, mentorship);
        Task task = world.task(mentorship);
        Caller caller = root.equals(REST) ? basic(person) : tasklist(person);
        TaskCall call = new TaskCall(caller, person, root, task, world.attachment(task.getId()));
        String before = world.state(task.getId());
        Answer answer = call.send(row.action());
        String what = root + " " + person + ": " + answer;
        if (row.allowed().contains(role)) {
            assertThat(answer.status()).as(what).isIn(200, fine(row.action()));
            world.restore(mentorship, task);
            return;
        }
        assertThat(answer.body()).as(what).doesNotContain("private words", "own value");
        assertThat(world.state(task.getId())).as(what).isEqualTo(before);
        if (ownTask(row, role) || role == MentoringRole.ADMINISTRATOR) {
            // Theirs to see, but not theirs to do: also for reasons other than rights, such as that nobody delegated
            // it.
            assertThat(answer.status()).as(what).isBetween(400, 500);
        } else {
            assertThat(answer.status()).as(what).isIn(400, 403, 404);
            refused.add(String.join(
                    " ", person, root.equals(REST) ? "engine-rest" : "tasklist", "task." + row.action(), mentorship));
        }
    }

    /** A form without its fields is refused, and an escalation that no model catches, but not for want of a right. */
    private static int fine(String action) {
        return switch (action) {
            case "complete", "submit-form" -> 400;
            case "throw-escalation" -> 500;
            default -> 204;
        };
    }

    private static boolean ownTask(Row row, MentoringRole role) {
        return role == (row.subject().equals("mentee-task") ? MentoringRole.MENTEE : MentoringRole.MENTOR);
    }

    /** A request for promotion of mei's, which waits for her manager, and one of lan's, which waits for HR. */
    private Stream<DynamicNode> theRequests() {
        return cells(table.rows().stream().filter(row -> row.subject().equals("request")), (row, role) -> () -> {
            boolean manager = row.action().endsWith("manager");
            String person = RightsWorld.person(role, manager ? RightsWorld.PLANNING : RightsWorld.DRAFTING);
            Task task = world.request(manager ? "approveAsManager" : "approveAsHr");
            String before = world.state(task.getId());
            for (String root : List.of(REST, TASKLIST)) {
                Caller caller = root.equals(REST) ? basic(person) : tasklist(person);
                boolean allowed = row.allowed().contains(role);
                String answers = allowed ? "{}" : "{\"variables\":{\"approved\":{\"value\":true}}}";
                for (String way : List.of("complete", "submit-form")) {
                    Answer answer = caller.post(root + "/task/" + task.getId() + "/" + way, answers);
                    String what = root + " " + way + " " + person + ": " + answer;
                    assertThat(world.state(task.getId())).as(what).isEqualTo(before);
                    if (allowed) {
                        // A form without its fields is refused, but not for want of a right.
                        assertThat(answer.status()).as(what).isEqualTo(400);
                        assertThat(answer.body()).as(what).contains("approved");
                    } else {
                        assertThat(answer.status()).as(what).isIn(403, 404);
                        refused.add(String.join(
                                " ",
                                person,
                                root.equals(REST) ? "engine-rest" : "tasklist",
                                "task." + way,
                                manager ? RightsWorld.MEIS_REQUEST : RightsWorld.LANS_REQUEST));
                    }
                }
            }
        });
    }

    /**
     * Every message that a model of mentoring waits for, sent over both interfaces. Who may, learns that nothing waits for
     * it here; the others that it is not theirs to send, also where they name no mentorship or all.
     */
    private Stream<DynamicNode> theMessages() {
        Map<String, MentoringAction> actions = Map.of(
                "mentoring.rematchRequested", MentoringAction.REQUEST_REMATCH,
                "mentoring.graduationRequested", MentoringAction.REQUEST_GRADUATION,
                "mentoring.paused", MentoringAction.PAUSE_MENTORSHIP,
                "mentoring.resumed", MentoringAction.RESUME_MENTORSHIP,
                "mentoring.substituteNamed", MentoringAction.NAME_SUBSTITUTE);
        assertThat(RightsModels.messages()).containsAll(actions.keySet());
        return cells(RightsModels.messages().stream(), (message, role) -> () -> {
            MentoringAction action = actions.get(message);
            String person = RightsWorld.person(role, RightsWorld.PLANNING);
            boolean administrator = role == MentoringRole.ADMINISTRATOR;
            boolean may = action == null ? administrator : may(action, role);
            String code = action != null ? action.code() : "POST /message";
            for (String root : List.of(REST, TASKLIST)) {
                Caller caller = root.equals(REST) ? basic(person) : tasklist(person);
                Answer one = caller.post(
                        root + "/message",
                        "{\"messageName\":\"" + message + "\",\"businessKey\":\"" + RightsWorld.PLANNING + "\"}");
                assertThat(one.status()).as(one.toString()).isEqualTo(may ? 400 : 403);
                if (may) {
                    assertThat(one.body()).contains("MismatchingMessageCorrelationException");
                } else {
                    refused.add(String.join(
                            " ", person, root.equals(REST) ? "engine-rest" : "tasklist", code, RightsWorld.PLANNING));
                }
                if (!administrator) {
                    for (String all : List.of("\"all\":true", "\"businessKey\":\"\"", "\"processInstanceId\":\"x\"")) {
                        Answer many =
                                caller.post(root + "/message", "{\"messageName\":\"" + message + "\"," + all + "}");
                        assertThat(many.status()).as(many.toString()).isEqualTo(403);
                    }
                }
            }
        });
    }

    private void managerAndHrApprove() {
        String yes = "{\"variables\":{\"approved\":{\"value\":true}}}";
        Task managers = world.request("approveAsManager");
        Task hrs = world.request("approveAsHr");
        assertThat(basic("zhao")
                        .post(REST + "/task/" + managers.getId() + "/complete", yes)
                        .status())
                .isEqualTo(204);
        assertThat(tasklist("han")
                        .post(TASKLIST + "/task/" + hrs.getId() + "/submit-form", yes)
                        .status())
                .isEqualTo(204);
    }

    private void everyRefusalIsWrittenDown() {
        Set<String> written = new TreeSet<>(
                jdbc.sql("select person_id || ' ' || channel || ' ' || action || ' ' || business_key from refusal")
                        .query(String.class)
                        .list());
        assertThat(refused).hasSizeGreaterThan(500);
        assertThat(written).containsAll(refused).doesNotContainAnyElementsOf(admitted);
    }

    /** Not of the check alone: of a use case or an address. Materials have a matrix of their own. */
    private void everyActionIsAsked() {
        Set<String> asked = new TreeSet<>();
        calls.ofUseCases().keySet().forEach(action -> asked.add(action.name()));
        calls.overRest().keySet().forEach(call -> asked.add(call.split(" ")[0]));
        MaterialsMatrixTest.MATERIALS.forEach(action -> asked.add(action.name()));
        assertThat(asked)
                .containsExactlyInAnyOrderElementsOf(Stream.of(MentoringAction.values())
                        .map(MentoringAction::name)
                        .toList());
    }

    private void everyActionHasAName() {
        for (Row row : table.rows()) {
            if (row.subject().equals(RightsTable.COMPANY)) {
                continue;
            }
            String code = "audit.refusal.action."
                    + switch (row.subject()) {
                        case RightsTable.MENTORSHIP -> row.action();
                        case "request" -> "task.complete";
                        default -> "task." + row.action();
                    };
            for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
                assertThat(messages.getMessage(code, new Object[] {"x"}, "", locale))
                        .as(code + " " + locale)
                        .isNotEmpty();
            }
        }
    }

    /** What the address asks for; one that does several things asks for the first. */
    private static String written(MentoringAction action) {
        return switch (action) {
            case GIVE_TODO -> MentoringAction.WRITE_LOG.code();
            case READ_COMPETENCIES, READ_METRICS -> MentoringAction.READ_MENTORSHIP.code();
            default -> action.code();
        };
    }

    private boolean may(MentoringAction action, MentoringRole role) {
        return table.allowed(action).contains(role);
    }

    private static boolean forbidden(Runnable work) {
        try {
            work.run();
            return false;
        } catch (Refusal refusal) {
            return refusal.kind() == Refusal.Kind.FORBIDDEN;
        }
    }

    private interface Cell<R> {

        Runnable of(R row, MentoringRole role);
    }

    private static <R> Stream<DynamicNode> cells(Stream<R> rows, Cell<R> cell) {
        List<DynamicNode> cells = new ArrayList<>();
        rows.forEach(row -> {
            for (MentoringRole role : ADMINISTRATOR_LAST) {
                String name = row instanceof Row known ? known.subject() + " " + known.action() : row.toString();
                cells.add(dynamicTest(
                        name + " by " + role.code(), () -> cell.of(row, role).run()));
            }
        });
        return cells.stream();
    }

    private Caller basic(String person) {
        return callers.computeIfAbsent("basic " + person, any -> Caller.basic(port, person));
    }

    private Caller tasklist(String person) {
        return callers.computeIfAbsent("tasklist " + person, any -> {
            Caller caller = Caller.browser(port, person);
            caller.get("/camunda/app/tasklist/default/");
            return caller.with("X-XSRF-TOKEN", caller.cookie("XSRF-TOKEN"));
        });
    }
}
