package org.xinhuo.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinhuo.mentoring.OpenMentorship;
import org.xinhuo.testing.Caller;
import org.xinhuo.testing.Caller.Answer;

/** What each kind of person can and cannot do from outside. */
class OutsideTest extends RightsCase {

    private static final String MODEL = """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="x">
              <bpmn:process id="from-modeler" isExecutable="true" camunda:historyTimeToLive="P1D">
                <bpmn:startEvent id="started" />
              </bpmn:process>
            </bpmn:definitions>
            """;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    OpenMentorship openMentorship;

    @Test
    void onlyProcessOwnersAndAdministratorsDeploy() {
        for (String id : List.of("mei", "li", "zhao", "han", "shen")) {
            assertThat(deploy(as(id)).status()).as(id).isEqualTo(403);
        }
        for (String id : List.of("qin", "admin")) {
            Answer answer = deploy(as(id));
            assertThat(answer.status()).as(id + answer).isEqualTo(200);
            engine.getRepositoryService()
                    .deleteDeployment(answer.json().path("id").asText(), true);
        }
        Answer broken = as("qin")
                .multipart(
                        "/engine-rest/deployment/create",
                        "data",
                        "broken.bpmn",
                        "<bpmn",
                        Map.of("deployment-name", "x"));
        assertThat(broken.status()).isEqualTo(400);
    }

    private static Answer deploy(Caller caller) {
        return caller.multipart(
                "/engine-rest/deployment/create",
                "from-modeler.bpmn",
                "from-modeler.bpmn",
                MODEL,
                Map.of("deployment-name", "from-modeler", "deploy-changed-only", "true"));
    }

    @Test
    void nobodyMakesAnAdministratorThroughTheWebapps() {
        String user = "{\"profile\":{\"id\":\"evil\",\"firstName\":\"e\",\"lastName\":\"v\",\"email\":\"e@x\"},"
                + "\"credentials\":{\"password\":\"evilevil\"}}";
        company.nobodyHasARole();
        for (Caller caller : List.of(Caller.nobody(port), inWebapp("mei"), inWebapp("admin"))) {
            for (String path : List.of(
                    "/camunda/api/admin/setup/default/user/create",
                    "/camunda/api/admin/Setup/default/user/create",
                    "/camunda/api/admin/%73etup/default/user/create",
                    "/camunda/api/admin/setup;x=y/default/user/create",
                    "/camunda/api/admin//setup/default/user/create",
                    "/camunda/api/admin/x/../setup/default/user/create",
                    "/camunda//api/admin/setup/default/user/create")) {
                Answer answer = caller.post(path, user);
                assertThat(answer.status()).as(path).isIn(302, 400, 401, 403, 404);
            }
        }
        assertThat(engine.getIdentityService().createUserQuery().userId("evil").count())
                .isZero();
        assertThat(jdbc.sql("select count(*) from act_id_user")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void nobodyMakesUsersThroughTheRestInterfaces() {
        String user = "{\"profile\":{\"id\":\"evil\"},\"credentials\":{\"password\":\"evilevil\"}}";
        assertThat(as("admin").post("/engine-rest/user/create", user).status()).isEqualTo(403);
        assertThat(as("admin")
                        .put("/engine-rest/group/camunda-admin/members/mei", "")
                        .status())
                .isEqualTo(403);
        assertThat(as("admin")
                        .post("/engine-rest/group/create", "{\"id\":\"x\"}")
                        .status())
                .isEqualTo(403);
        assertThat(as("mei")
                        .post(
                                "/engine-rest/authorization/create",
                                "{\"type\":1,\"permissions\":[\"ALL\"],\"userId\":\"mei\",\"resourceType\":0,\"resourceId\":\"*\"}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void peopleAndGroupsAreThoseOfTheTables() {
        Caller mei = as("mei");
        assertThat(mei.get("/engine-rest/user/mei/profile")
                        .json()
                        .path("firstName")
                        .asText())
                .isEqualTo("员工mei");
        assertThat(mei.get("/engine-rest/user/count").json().path("count").asInt())
                .isEqualTo(8);
        assertThat(mei.get("/engine-rest/user?idIn=li,han,nobody&sortBy=userId&sortOrder=desc")
                        .json()
                        .findValuesAsText("id"))
                .containsExactly("li", "han");
        assertThat(mei.get("/engine-rest/user?maxResults=2&firstResult=1").json())
                .hasSize(2);
        assertThat(mei.get("/engine-rest/user?firstNameLike=%25mei%25&memberOfGroup=employee")
                        .json())
                .hasSize(1);
        assertThat(mei.get("/engine-rest/user?memberOfGroup=hr").json().findValuesAsText("id"))
                .containsExactly("han", "hua");
        assertThat(mei.get("/engine-rest/group?member=zhao").json().findValuesAsText("id"))
                .containsExactly("employee", "manager");
        assertThat(mei.get("/engine-rest/identity/groups?userId=han")
                        .json()
                        .path("groups")
                        .findValuesAsText("id"))
                .contains("hr", "employee");
        company.left("li");
        assertThat(mei.get("/engine-rest/user?id=li").json()).isEmpty();
    }

    @Test
    void groupsFollowTheTablesWithoutANewLogin() {
        Caller mei = inWebapp("mei");
        assertThat(deploy(mei.with("Accept", "*/*")).status()).isEqualTo(403);
        company.role("mei", "process-owner");
        assertThat(mei.get("/camunda/api/admin/auth/user/default")
                        .json()
                        .path("authorizedApps")
                        .toString())
                .contains("cockpit");
        assertThat(mei.get("/engine-rest/deployment").status()).isEqualTo(200);
        company.nobodyHasARole();
        assertThat(mei.get("/camunda/api/admin/auth/user/default")
                        .json()
                        .path("authorizedApps")
                        .toString())
                .doesNotContain("cockpit");
    }

    @Test
    void whoLeftTheCompanyIsLoggedOutAtOnce() {
        Caller li = inWebapp("li");
        company.left("li");
        assertThat(li.get("/engine-rest/task").status()).isEqualTo(401);
        assertThat(li.get("/camunda/api/engine/engine/default/task").status()).isEqualTo(401);
        assertThat(as("li").get("/engine-rest/task").status()).isEqualTo(401);
    }

    @Test
    void aSessionNeedsATokenToChangeAnything() {
        String complete = "/engine-rest/task/" + meisTask.getId() + "/complete";
        Caller mei = Caller.browser(port, "mei");
        assertThat(mei.post(complete, "{}").status()).isEqualTo(403);
        assertThat(mei.post(WEBAPP + "/task/" + meisTask.getId() + "/complete", "{}")
                        .status())
                .isEqualTo(403);
        Caller again = Caller.browser(port, "mei");
        assertThat(again.form("/logout", Map.of()).status()).isEqualTo(403);
        // A browser that remembers HTTP Basic sends it along for anybody's page.
        assertThat(as("mei")
                        .with("Sec-Fetch-Site", "cross-site")
                        .post(complete, "{}")
                        .status())
                .isEqualTo(403);
        again.get("/login");
        String token = again.cookie("XSRF-TOKEN");
        assertThat(token).isNotEmpty();
        assertThat(again.with("X-XSRF-TOKEN", token).post(complete, "{}").status())
                .isEqualTo(204);
    }

    @Test
    void loggingOutOfTasklistIsLoggingOutOfEverything() {
        Caller mei = inWebapp("mei");
        assertThat(mei.post("/camunda/api/admin/auth/user/default/logout", "").status())
                .isEqualTo(200);
        assertThat(mei.get("/engine-rest/task").status()).isEqualTo(401);
    }

    @Test
    void theWebappsOwnLoginIsShut() {
        Caller mei = inWebapp("mei");
        Answer answer = mei.form(
                "/camunda/api/admin/auth/user/default/login/cockpit", Map.of("username", "admin", "password", "admin"));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(as("mei")
                        .post("/engine-rest/identity/verify", "{\"username\":\"mei\",\"password\":\"no\"}")
                        .json()
                        .path("authenticated")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void aRefusedStartSaysItsSentenceInTheCallersLanguage() {
        String start = "{\"variables\":{\"refuse\":{\"value\":true},\"person\":{\"value\":\"mei\"}}}";
        Answer rest = as("mei")
                .with("Accept-Language", "zh-CN")
                .post("/engine-rest/process-definition/key/mentoring/start", start);
        assertThat(rest.status()).isEqualTo(409);
        assertThat(rest.json().path("message").asText()).isEqualTo("这是最后一位系统管理员，请先将该角色授予其他人。");
        Answer webapp = inWebapp("mei")
                .with("Accept-Language", "en")
                .post(WEBAPP + "/process-definition/key/mentoring/start", start);
        assertThat(webapp.status()).isEqualTo(409);
        assertThat(webapp.json().path("message").asText())
                .isEqualTo("This is the last administrator; give the role to somebody else first.");
        Answer form = inWebapp("mei")
                .with("Accept-Language", "en")
                .post(WEBAPP + "/process-definition/key/mentoring/submit-form", start);
        assertThat(form.status()).isEqualTo(400);
        assertThat(form.json().path("message").asText()).startsWith("This is the last administrator");
    }

    @Test
    void aRefusedJobSaysItsSentence() {
        Job job = engine.getManagementService()
                .createJobQuery()
                .processInstanceId(meisTask.getProcessInstanceId())
                .singleResult();
        assertThat(as("mei")
                        .post("/engine-rest/job/" + job.getId() + "/execute", "")
                        .status())
                .isEqualTo(403);
        Answer answer =
                as("admin").with("Accept-Language", "en").post("/engine-rest/job/" + job.getId() + "/execute", "");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().path("message").asText()).isEqualTo("Only administrators may do this.");
    }

    @Test
    void nobodyStartsInTheMiddleOrWhatIsNotForHim() {
        String middle = "{\"variables\":{\"person\":{\"value\":\"mei\"}},\"startInstructions\":"
                + "[{\"type\":\"startBeforeActivity\",\"activityId\":\"doGroupWork\"}]}";
        assertThat(as("mei")
                        .post("/engine-rest/process-definition/key/mentoring/start", middle)
                        .status())
                .isEqualTo(403);
        assertThat(as("han")
                        .post("/engine-rest/process-definition/key/mentoring/start", middle)
                        .status())
                .isEqualTo(403);
        assertThat(as("mei")
                        .post("/engine-rest/task/create", "{\"name\":\"x\"}")
                        .status())
                .isBetween(400, 499);
    }

    @Test
    void aMessageBringsNoVariablesIntoAProcess() {
        openMentorship.open("key-mei", "mei", null);
        Answer smuggled = as("han")
                .with("Accept-Language", "en")
                .post(
                        "/engine-rest/message",
                        "{\"messageName\":\"mentoring.paused\",\"businessKey\":\"key-mei\","
                                + "\"processVariables\":{\"smuggled\":{\"value\":true}}}");
        assertThat(smuggled.status()).isEqualTo(400);
        assertThat(smuggled.json().path("message").asText())
                .isEqualTo("The message \"mentoring.paused\" takes no value named \"smuggled\".");
        assertThat(as("han").post("/engine-rest/signal", "{\"name\":\"x\"}").status())
                .isEqualTo(403);
    }

    @Test
    void auditorsReadEverythingAndChangeNothing() {
        Caller shen = as("shen");
        String instance = meisTask.getProcessInstanceId();
        assertThat(shen.get("/engine-rest/history/variable-instance?processInstanceId=" + instance)
                        .json())
                .isNotEmpty();
        assertThat(shen.get("/engine-rest/task").json()).hasSize(2);
        assertThat(shen.get("/engine-rest/task/" + meisTask.getId() + "/variables")
                        .status())
                .isEqualTo(200);
        assertThat(shen.post("/engine-rest/task/" + meisTask.getId() + "/claim", "{\"userId\":\"shen\"}")
                        .status())
                .isEqualTo(403);
        assertThat(shen.delete("/engine-rest/history/process-instance/" + instance)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void garbageIsAnsweredWithAReasonAndNothingOfTheInside() {
        for (String body : List.of("{", "[1,2", "null", "{\"password\":[1]}", "{\"password\":{\"a\":1}}", "")) {
            Answer answer = as("admin").put("/api/employees/mei/password", body);
            assertThat(answer.status()).as(body + " " + answer).isEqualTo(400);
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
            assertThat(answer.json().path("detail").asText()).isNotEmpty();
            assertThat(answer.body()).doesNotContain("jackson", "Exception", "org.xinhuo");
        }
        assertThat(as("admin")
                        .send("PUT", "/api/employees/mei/password", "x", "text/plain")
                        .status())
                .isEqualTo(415);
        assertThat(as("admin").delete("/api/employees/mei/password").status()).isEqualTo(405);
        Answer missing = as("admin").get("/api/nothing/here");
        assertThat(missing.status()).isEqualTo(404);
        assertThat(as("mei").post("/engine-rest/task", "{").status()).isEqualTo(400);
    }

    @Test
    void answersCarrySecurityHeaders() {
        Answer page = Caller.nobody(port).get("/login");
        assertThat(page.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
        assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        Answer tasklist = inWebapp("mei").get("/camunda/app/tasklist/default/");
        assertThat(tasklist.header("Content-Security-Policy")).contains("strict-dynamic");
        assertThat(tasklist.raw().headers().allValues("Content-Security-Policy"))
                .hasSize(1);
    }
}
