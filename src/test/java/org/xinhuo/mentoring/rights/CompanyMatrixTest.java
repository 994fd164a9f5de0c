package org.xinhuo.mentoring.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.xinhuo.testing.Caller;
import org.xinhuo.testing.Caller.Answer;

/** The parts of the table of rights about many mentorships at once, and about the messages that mean an action. */
class CompanyMatrixTest extends MatrixCase {

    @TestFactory
    Stream<DynamicNode> everyCell() {
        new RightsWorld(context);
        return Stream.of(
                // First what is no action of the table: of that the trail keeps no more than a flood an hour.
                dynamicContainer("messages", theMessages()),
                dynamicContainer("company", theCompany()),
                everyRefusalIsWrittenDown(200));
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
        Caller caller = page(person);
        if (!call.isForm()) {
            return caller.get(call.path(person));
        }
        Map<String, String> fields = new HashMap<>(call.fields());
        fields.put("_csrf", token(person));
        return caller.with("Referer", "http://localhost:" + port + "/").form(call.path(person), fields);
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
                Caller caller = over(root, person);
                Answer one = caller.post(
                        root + "/message",
                        "{\"messageName\":\"" + message + "\",\"businessKey\":\"" + RightsWorld.PLANNING + "\"}");
                assertThat(one.status()).as(one.toString()).isEqualTo(may ? 400 : 403);
                if (may) {
                    assertThat(one.body()).contains("MismatchingMessageCorrelationException");
                } else {
                    refused.add(String.join(" ", person, channel(root), code, RightsWorld.PLANNING));
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
}
