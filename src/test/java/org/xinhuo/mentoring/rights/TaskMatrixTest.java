package org.xinhuo.mentoring.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.xinhuo.mentoring.rights.RightsTable.Row;
import org.xinhuo.testing.Caller;
import org.xinhuo.testing.Caller.Answer;
import org.xinhuo.testing.TestCompany;

/** The parts of the table of rights about tasks, by both of the engine's interfaces: /engine-rest and Tasklist's own. */
class TaskMatrixTest extends MatrixCase {

    /** After this the task is no more; it comes last, and once. */
    private static final Set<String> FINAL = Set.of("throw-error");

    private static final List<MentoringRole> PAIR =
            List.of(MentoringRole.MENTEE, MentoringRole.MENTOR, MentoringRole.SUBSTITUTE);

    private RightsWorld world;

    @TestFactory
    Stream<DynamicNode> everyCell() {
        world = new RightsWorld(context);
        return Stream.of(
                dynamicTest("every user task has its row", this::everyUserTaskHasItsRow),
                dynamicContainer("completions", theCompletions()),
                dynamicContainer("tasks of who works in HR", theOwnTasksOfHr()),
                dynamicContainer("tasks", theTasks()),
                dynamicContainer("requests", theRequests()),
                dynamicTest("manager and HR do approve", this::managerAndHrApprove),
                everyRefusalIsWrittenDown(500));
    }

    private void everyUserTaskHasItsRow() {
        assertThat(rows("completion").map(Row::action))
                .containsExactlyInAnyOrderElementsOf(RightsModels.userTasks().keySet());
    }

    /** Each task of each model; every way to complete leads through one gate, so that one way is asked here. */
    private Stream<DynamicNode> theCompletions() {
        Map<String, String> waiting = new RightsTasks(world).start();
        return cells(rows("completion"), (row, role) -> () -> {
            String person = RightsWorld.person(role, RightsWorld.TASKS);
            String task = waiting.get(row.action());
            String before = world.state(task);
            // No form asks for this: who may complete the task is told so, and the task stays.
            Answer answer = basic(person)
                    .post(REST + "/task/" + task + "/complete", "{\"variables\":{\"unheardOf\":{\"value\":1}}}");
            assertThat(world.state(task))
                    .as(answer.toString())
                    .isEqualTo(before)
                    .isNotEqualTo("gone");
            if (row.allowed().contains(role)) {
                assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
                assertThat(answer.body()).contains("unheardOf");
            } else {
                assertThat(answer.status()).as(answer.toString()).isIn(403, 404);
                assertThat(answer.body()).doesNotContain("unheardOf");
                refused.add(person + " engine-rest task.complete " + world.keyOf(task));
            }
        });
    }

    /** Who of the pair works in HR sees what HR sees, and does no more than without. */
    private Stream<DynamicNode> theOwnTasksOfHr() {
        Stream<Row> rows = Stream.of("mentee-task", "mentor-task").flatMap(subject -> {
            Map<String, Row> more = new HashMap<>();
            rows(subject + "-in-hr").forEach(row -> more.put(row.action(), row));
            return rows(subject)
                    .filter(row -> !FINAL.contains(row.action()))
                    .map(row -> more.getOrDefault(row.action(), row));
        });
        return Stream.of(
                dynamicTest("they join HR", () -> inHr(true)),
                dynamicContainer("cells", cells(rows, PAIR, (row, role) -> () -> {
                    ask(row, role, REST);
                    ask(row, role, TASKLIST);
                })),
                dynamicTest("they leave HR", () -> inHr(false)));
    }

    private void inHr(boolean join) {
        TestCompany company = context.getBean(TestCompany.class);
        for (String person : List.of("mei", "lan", "wang", "zi")) {
            if (join) {
                company.role(person, "hr");
            } else {
                company.write("delete from employee_role where employee_id = ? and role = 'hr'", person);
            }
        }
    }

    private Stream<DynamicNode> theTasks() {
        return cells(Stream.of("mentee-task", "mentor-task").flatMap(this::rows), (row, role) -> () -> {
            ask(row, role, REST);
            if (!FINAL.contains(row.action()) || !row.allowed().contains(role)) {
                ask(row, role, TASKLIST);
            }
        });
    }

    private void ask(Row row, MentoringRole role, String root) {
        String mentorship = row.subject().startsWith("mentee-task") ? RightsWorld.PLANNING : RightsWorld.DRAFTING;
        String person = RightsWorld.person(role, mentorship);
        Task task = world.task(mentorship);
        Caller caller = over(root, person);
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
            refused.add(String.join(" ", person, channel(root), "task." + row.action(), mentorship));
        }
    }

    /** A form without its fields is refused, and what no model catches, but not for want of a right. */
    private static int fine(String action) {
        return switch (action) {
            case "complete", "submit-form", "throw-error", "throw-escalation" -> 400;
            default -> 204;
        };
    }

    private static boolean ownTask(Row row, MentoringRole role) {
        return role == (row.subject().startsWith("mentee-task") ? MentoringRole.MENTEE : MentoringRole.MENTOR);
    }

    /** A request for promotion of mei's, which waits for her manager, and one of lan's, which waits for HR. */
    private Stream<DynamicNode> theRequests() {
        return cells(rows("request"), (row, role) -> () -> {
            boolean manager = row.action().endsWith("manager");
            String person = RightsWorld.person(role, manager ? RightsWorld.PLANNING : RightsWorld.DRAFTING);
            Task task = world.request(manager ? "approveAsManager" : "approveAsHr");
            String before = world.state(task.getId());
            for (String root : List.of(REST, TASKLIST)) {
                Caller caller = over(root, person);
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
                                channel(root),
                                "task." + way,
                                manager ? RightsWorld.MEIS_REQUEST : RightsWorld.LANS_REQUEST));
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
}
