package org.xinhuo.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.xinhuo.testing.Caller;
import org.xinhuo.testing.Caller.Answer;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

/** The engine's interface answers with 500 only what is a failure of the server. */
@XinhuoWebTest
class CallersMistakesTest {

    private static final String SCRIPTED = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="x"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
              <process id="scripted" isExecutable="true" camunda:historyTimeToLive="1">
                <startEvent id="start"/><sequenceFlow id="go" sourceRef="start" targetRef="evil"/>
                <scriptTask id="evil" scriptFormat="javascript"><script>1</script></scriptTask>
              </process>
            </definitions>
            """;

    @LocalServerPort
    int port;

    @Autowired
    TestCompany company;

    Caller root;

    @BeforeEach
    void administrator() {
        company.employee("root").role("root", "camunda-admin");
        root = Caller.basic(port, "root").with("Accept-Language", "en");
    }

    @Test
    void aTaskThatIsGoneIsSaidInTheLanguageOfWhoAsks() {
        for (String way : List.of("complete", "claim", "submit-form", "resolve")) {
            String path = "/engine-rest/task/gone/" + way;
            String body = way.equals("claim") ? "{\"userId\":\"root\"}" : "{}";
            Answer english = root.with("Accept-Language", "en").post(path, body);
            assertThat(english.status()).as(way + english).isEqualTo(404);
            assertThat(english.body()).contains("This task is not there any more");
            assertThat(root.with("Accept-Language", "zh-CN").post(path, body).body())
                    .contains("这个任务已经不在了");
        }
    }

    @Test
    void aDeploymentThatCannotBeIsRefusedWithItsElement() {
        Answer script = deploy("scripted.bpmn", SCRIPTED);
        assertThat(script.status()).as(script.toString()).isEqualTo(400);
        assertThat(script.body()).contains("evil", "models run no scripts");
        Answer form = deploy("choose-mentor.form", "{\"id\": \"chooseMentor");
        assertThat(form.status()).as(form.toString()).isEqualTo(400);
        assertThat(form.body()).contains("choose-mentor.form");
    }

    @Test
    void aBodyThatIsNoneIsRefused() {
        String start = "/engine-rest/process-definition/key/mentoring/start";
        Answer none = root.post(start, "null");
        assertThat(none.status()).as(none.toString()).isEqualTo(400);
        assertThat(none.body()).contains("The request needs a JSON object as its body.");
        Answer deep = root.post(start, "{\"variables\":" + "[".repeat(2_000));
        assertThat(deep.status()).as(deep.toString()).isEqualTo(400);
    }

    @Test
    void aTableAskedWithTheWrongTypeSaysWhichValue() {
        Answer asked = root.post(
                "/engine-rest/decision-definition/key/lecturer-grade/evaluate",
                "{\"variables\":{\"group\":{\"value\":\"sales\"},\"score\":{\"value\":\"many\"},"
                        + "\"averageRating\":{\"value\":\"high\"}}}");
        assertThat(asked.status()).as(asked.toString()).isEqualTo(400);
        assertThat(asked.body()).containsAnyOf("many", "high");
    }

    @Test
    void anAddressThatIsNoneIsAProblemInTheLanguageOfWhoAsks() {
        for (String path : List.of("/api/boards/%25", "/api/mentorships/a;b", "/engine-rest/task/a;b")) {
            Answer odd = root.with("Accept-Language", "en").get(path);
            assertThat(odd.status()).as(path).isEqualTo(400);
            assertThat(odd.json().path("type").asText()).isEqualTo("urn:xinhuo:problem:base.oddAddress");
            assertThat(root.with("Accept-Language", "zh-CN").get(path).body()).contains("网址中含有");
        }
    }

    private Answer deploy(String file, String content) {
        return root.multipart(
                "/engine-rest/deployment/create", "data", file, content, Map.of("deployment-name", "mistaken"));
    }
}
