package org.xinhuo.mentoring.rights;

import java.util.Map;
import org.camunda.bpm.engine.task.Attachment;
import org.camunda.bpm.engine.task.Task;
import org.xinhuo.testing.Caller;
import org.xinhuo.testing.Caller.Answer;

/** How each action of the table is asked of the engine's REST interface, or of the webapps' copy of it. */
final class TaskCall {

    private static final String VALUE = "{\"value\":\"mine\",\"type\":\"String\"}";
    private static final String VALUES = "{\"modifications\":{\"planted\":" + VALUE + "}}";

    private final Caller caller;
    private final String person;
    private final String task;
    private final String attachment;

    TaskCall(Caller caller, String person, String root, Task task, Attachment attachment) {
        this.caller = caller;
        this.person = person;
        this.task = root + "/task/" + task.getId();
        this.attachment = attachment.getId();
    }

    Answer send(String action) {
        return switch (action) {
            case "read" -> caller.get(task);
            case "read-form" -> caller.get(task + "/form-variables");
            case "read-variables" -> caller.get(task + "/variables");
            case "read-variable" -> caller.get(task + "/variables/own");
            case "read-local-variables" -> caller.get(task + "/localVariables");
            case "read-local-variable" -> caller.get(task + "/localVariables/own");
            case "read-comments" -> caller.get(task + "/comment");
            case "read-attachments" -> caller.get(task + "/attachment");
            case "read-attachment" -> caller.get(task + "/attachment/" + attachment);
            case "read-identity-links" -> caller.get(task + "/identity-links");
            case "set-variable" -> caller.put(task + "/variables/planted", VALUE);
            case "set-variables" -> caller.post(task + "/variables", VALUES);
            case "set-binary-variable" -> binary(task + "/variables/planted/data");
            case "delete-variable" -> caller.delete(task + "/variables/own");
            case "set-local-variable" -> caller.put(task + "/localVariables/planted", VALUE);
            case "set-local-variables" -> caller.post(task + "/localVariables", VALUES);
            case "set-local-binary-variable" -> binary(task + "/localVariables/planted/data");
            case "delete-local-variable" -> caller.delete(task + "/localVariables/own");
            case "comment" -> caller.post(task + "/comment/create", "{\"message\":\"x\"}");
            case "attach" ->
                caller.multipart(
                        task + "/attachment/create",
                        "content",
                        "x.txt",
                        "x",
                        Map.of("attachment-name", "x", "attachment-type", "text"));
            case "delete-attachment" -> caller.delete(task + "/attachment/" + attachment);
            case "add-identity-link" ->
                caller.post(task + "/identity-links", "{\"userId\":\"li\",\"type\":\"candidate\"}");
            case "delete-identity-link" ->
                caller.post(task + "/identity-links/delete", "{\"userId\":\"li\",\"type\":\"candidate\"}");
            case "update" -> caller.put(task, "{\"name\":\"x\",\"assignee\":\"" + person + "\",\"priority\":1}");
            case "claim", "assign", "delegate" ->
                caller.post(
                        task + "/" + (action.equals("assign") ? "assignee" : action),
                        "{\"userId\":\"" + person + "\"}");
            case "unclaim" -> caller.post(task + "/unclaim", "");
            case "resolve", "complete", "submit-form" -> caller.post(task + "/" + action, "{}");
            case "delete" -> caller.delete(task);
            case "throw-error" -> caller.post(task + "/bpmnError", "{\"errorCode\":\"x\"}");
            case "throw-escalation" -> caller.post(task + "/bpmnEscalation", "{\"escalationCode\":\"x\"}");
            default -> throw new IllegalArgumentException("nobody knows how to ask for " + action);
        };
    }

    private Answer binary(String path) {
        return caller.multipart(path, "data", "x.bin", "x", Map.of("valueType", "Bytes"));
    }
}
