package org.xinhuo.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.task.Attachment;
import org.camunda.bpm.engine.task.Comment;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.xinhuo.testing.Caller;
import org.xinhuo.testing.Caller.Answer;

class TaskRightsTest extends RightsCase {

    @Test
    void everybodySeesTheOwnTasksAlone() {
        assertThat(as("mei").get("/engine-rest/task").json())
                .singleElement()
                .satisfies(task -> assertThat(task.path("id").asText()).isEqualTo(meisTask.getId()));
        assertThat(inWebapp("li").get(WEBAPP + "/task").json())
                .singleElement()
                .satisfies(task -> assertThat(task.path("id").asText()).isEqualTo(lisTask.getId()));
        assertThat(as("zhao").get("/engine-rest/task").json()).isEmpty();
        assertThat(as("qin").get("/engine-rest/task").json()).isEmpty();
    }

    @Test
    void nobodyReadsAnotherPairsTaskOrVariables() {
        String task = lisTask.getId();
        String instance = lisTask.getProcessInstanceId();
        Comment comment = engine.getTaskService().createComment(task, null, "private words");
        Attachment attachment = engine.getTaskService().createAttachment("text", task, null, "private", "", "http://x");
        HistoricVariableInstance secret = engine.getHistoryService()
                .createHistoricVariableInstanceQuery()
                .processInstanceId(instance)
                .variableName("secret")
                .singleResult();
        List<String> paths = List.of(
                "/task/" + task,
                "/task/" + task + "/variables",
                "/task/" + task + "/variables/secret",
                "/task/" + task + "/localVariables",
                "/task/" + task + "/form",
                "/task/" + task + "/form-variables",
                "/task/" + task + "/rendered-form",
                "/task/" + task + "/deployed-form",
                "/task/" + task + "/identity-links",
                "/task/" + task + "/comment",
                "/task/" + task + "/comment/" + comment.getId(),
                "/task/" + task + "/attachment",
                "/task/" + task + "/attachment/" + attachment.getId(),
                "/task/" + task + "/attachment/" + attachment.getId() + "/data",
                "/process-instance/" + instance,
                "/process-instance/" + instance + "/variables",
                "/process-instance/" + instance + "/variables/secret",
                "/process-instance/" + instance + "/activity-instances",
                "/process-instance/" + instance + "/comment",
                "/execution/" + instance + "/localVariables",
                "/history/process-instance/" + instance,
                "/history/variable-instance/" + secret.getId());
        for (String id : List.of("mei", "zhao", "qin")) {
            Caller rest = as(id);
            Caller webapp = inWebapp(id);
            for (String path : paths) {
                assertRefused(id, rest.get("/engine-rest" + path));
                assertRefused(id, webapp.get(WEBAPP + path));
            }
            for (String list : List.of(
                    "/variable-instance?processInstanceIdIn=" + instance,
                    "/process-instance?processInstanceIds=" + instance,
                    "/execution?processInstanceId=" + instance,
                    "/history/variable-instance?processInstanceId=" + instance,
                    "/history/detail?processInstanceId=" + instance,
                    "/history/task?processInstanceId=" + instance,
                    "/history/activity-instance?processInstanceId=" + instance,
                    "/history/user-operation?processInstanceId=" + instance,
                    "/job?processInstanceId=" + instance)) {
                for (Answer answer : List.of(rest.get("/engine-rest" + list), webapp.get(WEBAPP + list))) {
                    assertThat(answer.body()).as(id + " " + list).isIn("[]");
                }
            }
        }
    }

    private static void assertRefused(String id, Answer answer) {
        assertThat(answer.status())
                .as(id + " " + answer.raw().uri() + ": " + answer.body())
                .isBetween(400, 499);
        assertThat(answer.body()).doesNotContain("of li", "private words");
    }

    @Test
    void anOwnTaskIsReadWithItsVariablesAndCompleted() {
        Caller mei = as("mei");
        assertThat(mei.get("/engine-rest/task/" + meisTask.getId() + "/variables")
                        .json()
                        .path("secret")
                        .path("value")
                        .asText())
                .isEqualTo("of mei");
        assertThat(mei.post("/engine-rest/task/" + meisTask.getId() + "/complete", "{}")
                        .status())
                .isEqualTo(204);
    }

    @Test
    void nobodyButTheAssigneeCompletesATaskNotEvenAnAdministrator() {
        for (String id : List.of("li", "zhao", "han", "qin", "shen", "admin")) {
            for (String what : List.of("complete", "submit-form", "resolve")) {
                Answer rest = as(id).post("/engine-rest/task/" + meisTask.getId() + "/" + what, "{}");
                assertThat(rest.status()).as(id + " " + rest).isIn(403, 404);
                Answer webapp = inWebapp(id).post(WEBAPP + "/task/" + meisTask.getId() + "/" + what, "{}");
                assertThat(webapp.status()).as(id + " " + webapp).isIn(403, 404);
            }
        }
        assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .taskId(meisTask.getId())
                        .count())
                .isEqualTo(1);
    }

    @Test
    void whatNoModelCatchesIsRefusedWithASentenceAndTheTaskStaysOpen() {
        String task = "/task/" + meisTask.getId();
        for (String way : List.of("/bpmnError", "/bpmnEscalation")) {
            String body = way.equals("/bpmnError") ? "{\"errorCode\":\"x\"}" : "{\"escalationCode\":\"x\"}";
            for (String language : List.of("en", "zh-CN")) {
                for (Answer answer : List.of(
                        as("admin").with("Accept-Language", language).post("/engine-rest" + task + way, body),
                        inWebapp("admin").with("Accept-Language", language).post(WEBAPP + task + way, body))) {
                    assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
                    assertThat(answer.json().path("message").asText())
                            .isEqualTo(
                                    language.equals("en")
                                            ? "No model catches this error or escalation at this task. Nothing was changed."
                                            : "流程模型在此任务处没有捕获这个错误或升级。没有做任何修改。");
                }
            }
        }
        assertThat(as("mei").post("/engine-rest" + task + "/complete", "{}").status())
                .isEqualTo(204);
    }

    @Test
    void nobodyLeavesATaskByAnErrorOrPassesItOn() {
        String task = "/engine-rest/task/" + meisTask.getId();
        Caller mei = as("mei");
        assertThat(mei.post(task + "/bpmnError", "{\"errorCode\":\"x\",\"variables\":{\"agreed\":{\"value\":true}}}")
                        .status())
                .isEqualTo(403);
        assertThat(mei.post(task + "/bpmnEscalation", "{\"escalationCode\":\"x\"}")
                        .status())
                .isEqualTo(403);
        assertThat(mei.post(task + "/assignee", "{\"userId\":\"li\"}").status()).isEqualTo(403);
        assertThat(mei.post(task + "/delegate", "{\"userId\":\"li\"}").status()).isEqualTo(403);
        assertThat(mei.post(task + "/identity-links", "{\"userId\":\"li\",\"type\":\"candidate\"}")
                        .status())
                .isEqualTo(403);
        assertThat(mei.put(task, "{\"assignee\":\"li\",\"name\":\"x\"}").status())
                .isEqualTo(403);
        assertThat(mei.delete(task).status()).isBetween(400, 500);
        Answer unclaim = mei.with("Accept-Language", "zh-CN").post(task + "/unclaim", "");
        assertThat(unclaim.status()).isEqualTo(403);
        assertThat(unclaim.json().path("message").asText()).contains("只属于您本人");
    }

    @Test
    void variablesAreNobodysButTheProcess() {
        String value = "{\"value\":\"mine\",\"type\":\"String\"}";
        String many = "{\"modifications\":{\"secret\":" + value + "}}";
        String task = "/task/" + meisTask.getId();
        String instance = "/process-instance/" + meisTask.getProcessInstanceId();
        for (String id : List.of("mei", "han", "qin", "shen")) {
            Caller rest = as(id);
            for (String path : List.of(
                    task + "/variables/secret",
                    task + "/localVariables/secret",
                    instance + "/variables/secret",
                    "/execution/" + meisTask.getProcessInstanceId() + "/localVariables/secret")) {
                assertThat(rest.put("/engine-rest" + path, value).status())
                        .as(id + " " + path)
                        .isEqualTo(403);
                assertThat(rest.delete("/engine-rest" + path).status())
                        .as(id + " " + path)
                        .isEqualTo(403);
            }
            for (String path : List.of(task + "/variables", task + "/localVariables", instance + "/variables")) {
                assertThat(rest.post("/engine-rest" + path, many).status())
                        .as(id + " " + path)
                        .isEqualTo(403);
            }
            assertThat(rest.post(
                                    "/engine-rest" + instance + "/modification",
                                    "{\"instructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"ended\"}]}")
                            .status())
                    .isEqualTo(403);
            assertThat(rest.delete("/engine-rest" + instance).status()).isEqualTo(403);
            assertThat(rest.put("/engine-rest" + instance + "/suspended", "{\"suspended\":true}")
                            .status())
                    .isEqualTo(403);
        }
        assertThat(engine.getRuntimeService().getVariable(meisTask.getProcessInstanceId(), "secret"))
                .isEqualTo("of mei");
    }

    @Test
    void aCandidateFindsTakesGivesBackAndCompletesAGroupTask() {
        Task group = groupTask();
        String path = "/engine-rest/task/" + group.getId();
        assertThat(as("han").get(path).status()).isEqualTo(200);
        assertThat(as("han").post(path + "/claim", "{\"userId\":\"mei\"}").status())
                .isEqualTo(403);
        assertThat(as("han").post(path + "/claim", "{\"userId\":\"han\"}").status())
                .isEqualTo(204);
        assertThat(as("hua").post(path + "/complete", "{}").status()).isEqualTo(403);
        assertThat(as("hua").post(path + "/unclaim", "").status()).isEqualTo(403);
        assertThat(as("han").post(path + "/unclaim", "").status()).isEqualTo(204);
        assertThat(as("hua").post(path + "/claim", "{\"userId\":\"hua\"}").status())
                .isEqualTo(204);
        assertThat(as("mei").post(path + "/complete", "{}").status()).isIn(403, 404);
        assertThat(as("hua").post(path + "/complete", "{}").status()).isEqualTo(204);
    }

    @Test
    void whoLosesATaskLosesTheSightOfIt() {
        String path = "/engine-rest/task/" + meisTask.getId();
        assertThat(as("admin").post(path + "/assignee", "{\"userId\":\"zhao\"}").status())
                .isEqualTo(204);
        assertThat(as("mei").get("/engine-rest/task").json()).isEmpty();
        assertThat(as("mei").get(path + "/variables").status()).isEqualTo(403);
        assertThat(as("zhao").get(path + "/variables").status()).isEqualTo(200);
        Task group = groupTask();
        engine.getTaskService().deleteCandidateGroup(group.getId(), "hr");
        assertThat(engine.getAuthorizationService()
                        .createAuthorizationQuery()
                        .resourceId(group.getId())
                        .count())
                .isZero();
    }

    @Test
    void finishedTasksLeaveNoGrantsBehind() {
        engine.getTaskService().complete(meisTask.getId());
        assertThat(engine.getAuthorizationService()
                        .createAuthorizationQuery()
                        .resourceId(meisTask.getId())
                        .count())
                .isZero();
    }

    private Task groupTask() {
        engine.getTaskService().complete(lisTask.getId());
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(lisTask.getProcessInstanceId())
                .singleResult();
    }
}
