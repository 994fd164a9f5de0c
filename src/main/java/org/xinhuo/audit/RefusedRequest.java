package org.xinhuo.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerMapping;

/**
 * What a refused request was about, as far as its address says.
 *
 * @param channel page, api, engine-rest or tasklist
 * @param action {@code task.<code>} for a task of the engine, {@code timer.<code>} for a job, else method and address
 *     with ids left out
 * @param subject the kind of thing that {@code id} names: key, task, process-instance, execution, job, or "" for none
 */
record RefusedRequest(String channel, String action, String subject, String id) {

    private static final int LONGEST = 200;

    private static final Pattern ENGINE = Pattern.compile("(/engine-rest|/camunda/api/engine)(?:/engine/[^/]+)?(/.*)?");
    private static final Pattern INSTANCE =
            Pattern.compile("/(?:history/)?(task|process-instance|execution|job)/([^/]+).*");
    private static final Pattern LOOKS_LIKE_AN_ID = Pattern.compile(".*\\d.*|.{25,}");

    /** What the rest of a task's address means, by method; the codes are those of the table of rights. */
    private static final Map<String, String> TASK_ACTIONS = Map.ofEntries(
            Map.entry("GET ", "read"),
            Map.entry("PUT ", "update"),
            Map.entry("DELETE ", "delete"),
            Map.entry("POST claim", "claim"),
            Map.entry("POST unclaim", "unclaim"),
            Map.entry("POST assignee", "assign"),
            Map.entry("POST delegate", "delegate"),
            Map.entry("POST resolve", "resolve"),
            Map.entry("POST complete", "complete"),
            Map.entry("POST submit-form", "submit-form"),
            Map.entry("POST bpmnError", "throw-error"),
            Map.entry("POST bpmnEscalation", "throw-escalation"),
            Map.entry("GET form", "read-form"),
            Map.entry("GET form-variables", "read-form"),
            Map.entry("GET rendered-form", "read-form"),
            Map.entry("GET deployed-form", "read-form"),
            Map.entry("GET variables", "read-variables"),
            Map.entry("GET variables *", "read-variable"),
            Map.entry("POST variables", "set-variables"),
            Map.entry("PUT variables *", "set-variable"),
            Map.entry("POST variables *", "set-binary-variable"),
            Map.entry("DELETE variables *", "delete-variable"),
            Map.entry("GET localVariables", "read-local-variables"),
            Map.entry("GET localVariables *", "read-local-variable"),
            Map.entry("POST localVariables", "set-local-variables"),
            Map.entry("PUT localVariables *", "set-local-variable"),
            Map.entry("POST localVariables *", "set-local-binary-variable"),
            Map.entry("DELETE localVariables *", "delete-local-variable"),
            Map.entry("GET comment", "read-comments"),
            Map.entry("GET comment *", "read-comments"),
            Map.entry("POST comment *", "comment"),
            Map.entry("GET attachment", "read-attachments"),
            Map.entry("GET attachment *", "read-attachment"),
            Map.entry("POST attachment *", "attach"),
            Map.entry("DELETE attachment *", "delete-attachment"),
            Map.entry("GET identity-links", "read-identity-links"),
            Map.entry("POST identity-links", "add-identity-link"),
            Map.entry("POST identity-links *", "delete-identity-link"));

    /** The same for a timer, or another waiting step, which the engine calls a job. */
    private static final Map<String, String> TIMER_ACTIONS = Map.of(
            "POST execute", "fire",
            "PUT retries", "set-retries",
            "PUT duedate", "set-due-date",
            "POST duedate *", "recalculate-due-date",
            "PUT priority", "set-priority",
            "PUT suspended", "suspend",
            "DELETE ", "delete");

    static RefusedRequest of(HttpServletRequest request) {
        String path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        Matcher engine = ENGINE.matcher(path);
        if (!engine.matches()) {
            String channel = path.startsWith("/api/") ? "api" : path.startsWith("/camunda/") ? "tasklist" : "page";
            String key = variable(request);
            return new RefusedRequest(
                    channel,
                    clean(request.getMethod() + " " + address(request, path)),
                    key.isEmpty() ? "" : "key",
                    key);
        }
        String channel = engine.group(1).equals("/engine-rest") ? "engine-rest" : "tasklist";
        String rest = engine.group(2) == null ? "/" : engine.group(2);
        Matcher instance = INSTANCE.matcher(rest);
        String subject = instance.matches() ? instance.group(1) : "";
        String id = instance.matches() ? clean(instance.group(2)) : "";
        return new RefusedRequest(channel, engineAction(request.getMethod(), rest), subject, id);
    }

    /** Whether this is about something of the engine's, which answers "not found" to who may not see it. */
    boolean isOfTheEngine() {
        return !channel.equals("page") && !channel.equals("api");
    }

    private static String engineAction(String method, String rest) {
        List<String> segments =
                Stream.of(rest.split("/")).filter(part -> !part.isEmpty()).toList();
        if (segments.size() >= 2) {
            String asked =
                    method + " " + (segments.size() == 2 ? "" : segments.get(2) + (segments.size() > 3 ? " *" : ""));
            String known = switch (segments.get(0)) {
                case "task" -> named("task.", TASK_ACTIONS.get(asked));
                case "job" -> named("timer.", TIMER_ACTIONS.get(asked));
                default -> null;
            };
            if (known != null) {
                return known;
            }
        }
        return clean(method + " /" + withoutIds(segments));
    }

    private static @Nullable String named(String kind, @Nullable String code) {
        return code == null ? null : kind + code;
    }

    /** The pattern of Spring MVC where it knows one. */
    private static String address(HttpServletRequest request, String path) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return pattern != null
                ? pattern.toString()
                : "/"
                        + withoutIds(Stream.of(path.split("/"))
                                .filter(part -> !part.isEmpty())
                                .toList());
    }

    private static String withoutIds(List<String> segments) {
        return segments.stream()
                .map(part -> LOOKS_LIKE_AN_ID.matcher(part).matches() ? "{id}" : part)
                .collect(Collectors.joining("/"));
    }

    /** The business key of what the address is about: the aggregate's id. */
    private static String variable(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                ? clean(text(variables.get("id"), text(variables.get("businessKey"), "")))
                : "";
    }

    private static String text(@Nullable Object value, String otherwise) {
        return value == null ? otherwise : value.toString();
    }

    static String clean(String text) {
        String known = text.replace("\0", "");
        return known.length() <= LONGEST ? known : known.substring(0, LONGEST);
    }
}
