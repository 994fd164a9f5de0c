package org.xinhuo.mentoring.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinhuo.mentoring.rights.RightsTable.Row;
import org.xinhuo.testing.Caller;
import org.xinhuo.testing.Caller.Answer;

/** The part of the table of rights about one mentorship: the check, the use cases, /api and our pages. */
class MentorshipMatrixTest extends MatrixCase {

    /** Not typed by hand: without them an address means nothing. */
    private static final Set<String> CHOSEN = Set.of("done", "version");

    @Autowired
    MentoringRights rights;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MessageSource messages;

    private RightsWorld world;
    private RightsCalls calls;

    @TestFactory
    Stream<DynamicNode> everyCell() {
        world = new RightsWorld(context);
        calls = new RightsCalls(context, world);
        return Stream.of(
                dynamicContainer("the check", theCheck()),
                dynamicContainer("the service", theService()),
                dynamicContainer("/api", theApi()),
                dynamicContainer("/api with nothing", withNothing()),
                dynamicContainer("pages", thePages()),
                everyRefusalIsWrittenDown(300),
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

    /** The right is asked before the form: nobody learns by a refusal what a form of others asks for. */
    private Stream<DynamicNode> withNothing() {
        Map<String, BiFunction<Caller, String, Answer>> requests = calls.withoutAnything();
        return cells(requests.keySet().stream(), (call, role) -> () -> {
            MentoringAction action = MentoringAction.valueOf(call);
            String mentorship = RightsCalls.mentorshipFor(action);
            Answer answer = requests.get(call).apply(basic(RightsWorld.person(role, mentorship)), mentorship);
            assertThat(answer.status() == 403).as(answer.toString()).isNotEqualTo(may(action, role));
        });
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
                Answer answer = ask(ask, person, mentorship, true);
                assertThat(answer.status()).as(answer.toString()).isIn(200, 302);
                admitted.add(line);
                if (action == MentoringAction.END_SUBSTITUTION) {
                    world.standInAgain(mentorship);
                }
                return;
            }
            String before = pages.stored();
            Answer answer = ask(ask, person, mentorship, false);
            assertThat(answer.status()).as(answer.toString()).isEqualTo(ask.isForm() ? 302 : 403);
            assertThat(pages.stored()).isEqualTo(before);
            refused.add(line);
        });
    }

    /** As a browser does, which says on which page the form stood. */
    private Answer ask(RightsPages.Ask ask, String person, String mentorship, boolean asItShould) {
        Caller caller = page(person);
        String path = ask.path().apply(mentorship);
        if (!ask.isForm()) {
            return caller.get(path);
        }
        Map<String, String> fields = new HashMap<>(ask.fields());
        if (!asItShould) {
            // No number, no day, no code: who may not never hears of it.
            fields.replaceAll((name, typed) -> CHOSEN.contains(name) ? typed : "?");
        }
        fields.put("_csrf", token(person));
        return caller.with("Referer", "http://localhost:" + port + "/mentorships/" + mentorship)
                .form(path, fields);
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
                        case "request", "completion" -> "task.complete";
                        case "timer" -> "timer." + row.action();
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
}
