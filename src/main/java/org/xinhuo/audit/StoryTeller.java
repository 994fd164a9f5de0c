package org.xinhuo.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricDecisionInstance;
import org.camunda.bpm.engine.history.HistoricIncident;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;
import org.xinhuo.audit.Story.Decided;
import org.xinhuo.audit.Story.Element;
import org.xinhuo.audit.Story.Event;
import org.xinhuo.audit.Story.Instance;
import org.xinhuo.audit.Story.Kind;
import org.xinhuo.audit.Story.Value;
import org.xinhuo.base.Texts;

/** Turns what was recorded into sentences in one language. */
final class StoryTeller {

    private static final Set<String> STEPS =
            Set.of("serviceTask", "sendTask", "businessRuleTask", "scriptTask", "receiveTask", "manualTask", "task");

    /** Why a model ended one of its scopes, as the engine puts it. */
    private static final Pattern ENGINES_OWN =
            Pattern.compile("\\bActivity\\(|^Multi instance completion condition satisfied");

    private final Texts texts;
    private final Labels labels;
    private final Locale locale;
    private final Map<String, String> names;
    private final Map<String, Integer> decisionVersions;
    private final Map<String, BpmnModelInstance> models;

    /**
     * @param names of people, by id
     * @param decisionVersions by the id of the decision definition
     * @param models by the id of the process definition
     */
    StoryTeller(
            Texts texts,
            Labels labels,
            Locale locale,
            Map<String, String> names,
            Map<String, Integer> decisionVersions,
            Map<String, BpmnModelInstance> models) {
        this.texts = texts;
        this.labels = labels;
        this.locale = locale;
        this.names = names;
        this.decisionVersions = decisionVersions;
        this.models = models;
    }

    Instance instance(RecordedHistory recorded) {
        HistoricProcessInstance instance = recorded.instance();
        BpmnModelInstance model = model(instance);
        return new Instance(
                instance.getId(),
                instance.getProcessDefinitionKey(),
                process(instance),
                instance.getProcessDefinitionVersion(),
                instance.getProcessDefinitionId(),
                instance.getState(),
                instance.getStartTime().toInstant(),
                instance.getStartUserId(),
                instant(instance.getEndTime()),
                instance.getSuperProcessInstanceId(),
                path(recorded, model),
                List.copyOf(TakenPath.of(recorded.activities(), model)));
    }

    /** @param withheld the reader is not told what the decisions of this instance were asked and answered */
    List<Event> events(RecordedHistory recorded, boolean withheld) {
        HistoricProcessInstance instance = recorded.instance();
        List<Event> events = new ArrayList<>();
        events.add(started(instance));
        Map<String, String> completedBy = recorded.operations().stream()
                .filter(operation -> "Complete".equals(operation.getOperationType()))
                .filter(operation -> operation.getTaskId() != null && operation.getUserId() != null)
                .collect(Collectors.toMap(
                        UserOperationLogEntry::getTaskId, UserOperationLogEntry::getUserId, (one, same) -> one));
        for (HistoricActivityInstance activity : recorded.activities()) {
            events.addAll(activity(instance, activity, completedBy));
        }
        recorded.operations().stream()
                .filter(StoryTeller::isAnIntervention)
                .collect(Collectors.groupingBy(
                        UserOperationLogEntry::getOperationId, LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(operation -> events.add(operation(instance, operation)));
        recorded.decisions().forEach(decision -> events.add(decided(instance, decision, withheld)));
        recorded.incidents().forEach(incident -> events.addAll(incident(instance, incident)));
        if (instance.getEndTime() != null) {
            events.add(ended(instance));
        }
        return events;
    }

    private List<Element> path(RecordedHistory recorded, BpmnModelInstance model) {
        Map<String, Instant> firstReached = new LinkedHashMap<>();
        recorded.activities()
                .forEach(activity -> firstReached.putIfAbsent(
                        activity.getActivityId(), activity.getStartTime().toInstant()));
        return recorded.statistics().stream()
                .filter(count -> model.getModelElementById(count.getId()) instanceof FlowElement)
                .sorted(Comparator.comparing(count -> firstReached.getOrDefault(count.getId(), Instant.MIN)))
                .map(count -> {
                    FlowElement element = model.getModelElementById(count.getId());
                    return new Element(
                            count.getId(),
                            labels.element(
                                    recorded.instance().getProcessDefinitionKey(),
                                    count.getId(),
                                    element.getName(),
                                    locale),
                            element.getElementType().getTypeName(),
                            count.getFinished() - count.getCanceled(),
                            count.getInstances(),
                            count.getCanceled(),
                            !(element instanceof Gateway) || element.getName() != null);
                })
                .toList();
    }

    private Event started(HistoricProcessInstance instance) {
        String who = instance.getStartUserId();
        String process = process(instance);
        int version = instance.getProcessDefinitionVersion();
        String text = who == null || instance.getSuperProcessInstanceId() != null
                ? text("startedByItself", process, version)
                : text("startedBy", name(who), process, version);
        return event(instance, instance.getStartTime(), Kind.STARTED, instance.getStartActivityId(), who, text);
    }

    private Event ended(HistoricProcessInstance instance) {
        boolean regular = "COMPLETED".equals(instance.getState());
        String reason = reason(instance);
        String text = regular
                ? text("ended", process(instance))
                : reason == null
                        ? text("stopped", process(instance))
                        : text("stoppedBecause", process(instance), reason);
        return event(instance, instance.getEndTime(), Kind.ENDED, instance.getEndActivityId(), null, text);
    }

    /** What somebody gave as the reason, or the product; the engine's own phrase says nothing to a reader. */
    private @Nullable String reason(HistoricProcessInstance instance) {
        String reason = instance.getDeleteReason();
        return reason == null || ENGINES_OWN.matcher(reason).find()
                ? null
                : word("audit.stopped.", reason.strip().replaceFirst("[.。]$", ""));
    }

    private List<Event> activity(
            HistoricProcessInstance instance, HistoricActivityInstance activity, Map<String, String> completedBy) {
        String type = activity.getActivityType();
        String name = labels.element(
                instance.getProcessDefinitionKey(), activity.getActivityId(), activity.getActivityName(), locale);
        String id = activity.getActivityId();
        Date end = activity.getEndTime();
        if (type.equals("userTask")) {
            return userTask(instance, activity, name, completedBy);
        }
        if (STEPS.contains(type)) {
            return List.of(
                    end == null
                            ? event(instance, activity.getStartTime(), Kind.WAITING, id, null, text("waiting", name))
                            : activity.isCanceled()
                                    ? event(instance, end, Kind.STEP_CANCELLED, id, null, text("stepCancelled", name))
                                    : event(instance, end, Kind.STEP_DONE, id, null, text("stepDone", name)));
        }
        if (type.equals("callActivity")) {
            return List.of(event(instance, activity.getStartTime(), Kind.CALLED, id, null, text("called", name)));
        }
        if (type.endsWith("EndEvent")) {
            return List.of(
                    event(instance, activity.getStartTime(), Kind.END_REACHED, id, null, text("endReached", name)));
        }
        if (end == null || activity.isCanceled() || type.equals("startEvent")) {
            return List.of();
        }
        if (type.contains("imer")) {
            return List.of(event(instance, end, Kind.TIMER_FIRED, id, null, text("timerFired", name)));
        }
        if (type.startsWith("boundary") || type.startsWith("intermediate") || type.endsWith("StartEvent")) {
            return List.of(event(instance, end, Kind.EVENT_HAPPENED, id, null, text("eventHappened", name)));
        }
        return List.of();
    }

    private List<Event> userTask(
            HistoricProcessInstance instance,
            HistoricActivityInstance activity,
            String name,
            Map<String, String> completedBy) {
        String id = activity.getActivityId();
        String assignee = activity.getAssignee();
        String groups = groups(instance, id);
        List<Event> events = new ArrayList<>();
        events.add(event(
                instance,
                activity.getStartTime(),
                Kind.TASK_CREATED,
                id,
                null,
                assignee != null
                        ? text("taskFor", name, name(assignee))
                        : groups.isEmpty() ? text("taskCreated", name) : text("taskForGroup", name, groups)));
        if (activity.getEndTime() != null) {
            String who = activity.isCanceled() ? null : completedBy.getOrDefault(activity.getTaskId(), assignee);
            events.add(event(
                    instance,
                    activity.getEndTime(),
                    activity.isCanceled() ? Kind.TASK_WITHDRAWN : Kind.TASK_COMPLETED,
                    id,
                    who,
                    activity.isCanceled()
                            ? text("taskWithdrawn", name)
                            : who == null ? text("taskCompleted", name) : text("taskCompletedBy", name(who), name)));
        }
        return events;
    }

    private String groups(HistoricProcessInstance instance, String elementId) {
        return model(instance).getModelElementById(elementId) instanceof UserTask task
                ? task.getCamundaCandidateGroupsList().stream()
                        // Worked out when the task began, as who stands in for an absent manager is.
                        .filter(group -> !group.contains("{"))
                        .map(group -> word("audit.group.", group))
                        .collect(Collectors.joining(text("comma")))
                : "";
    }

    /** Starting and completing are told where they happened; the rest is somebody reaching into the engine. */
    private static boolean isAnIntervention(UserOperationLogEntry operation) {
        boolean start =
                "Create".equals(operation.getOperationType()) && "ProcessInstance".equals(operation.getEntityType());
        return !start && !"Complete".equals(operation.getOperationType());
    }

    private Event operation(HistoricProcessInstance instance, List<UserOperationLogEntry> properties) {
        UserOperationLogEntry first = properties.get(0);
        String changes = properties.stream()
                .filter(property -> property.getProperty() != null)
                .map(property -> property.getOrgValue() == null
                        ? text(
                                "set",
                                word("audit.property.", property.getProperty()),
                                value(property, property.getNewValue()))
                        : text(
                                "changed",
                                word("audit.property.", property.getProperty()),
                                value(property, property.getOrgValue()),
                                value(property, property.getNewValue())))
                .collect(Collectors.joining(text("comma")));
        String what = word("audit.operation.", first.getOperationType());
        String entity = word("audit.entity.", first.getEntityType());
        String who = first.getUserId();
        return event(
                instance,
                first.getTimestamp(),
                Kind.OPERATION,
                null,
                who,
                text(changes.isEmpty() ? "operation" : "operationWith", shown(who), what, entity, changes));
    }

    private Event decided(HistoricProcessInstance instance, HistoricDecisionInstance decision, boolean withheld) {
        String name =
                labels.definition(decision.getDecisionDefinitionKey(), decision.getDecisionDefinitionName(), locale);
        int version = decisionVersions.getOrDefault(decision.getDecisionDefinitionId(), 0);
        List<Value> inputs = decision.getInputs().stream()
                .map(input -> new Value(Objects.requireNonNullElse(input.getClauseName(), ""), input.getValue(), 0))
                .toList();
        List<Value> outputs = decision.getOutputs().stream()
                .map(output -> new Value(
                        output.getVariableName(),
                        output.getValue(),
                        Objects.requireNonNullElse(output.getRuleOrder(), 0)))
                .toList();
        Decided decided = new Decided(decision.getDecisionDefinitionKey(), name, version, inputs, outputs);
        return new Event(
                decision.getEvaluationTime().toInstant(),
                Kind.DECIDED,
                instance.getId(),
                instance.getProcessDefinitionKey(),
                decision.getActivityId(),
                null,
                text(withheld ? "decidedWithheld" : "decided", name, decided.key(), version),
                withheld ? null : decided);
    }

    private List<Event> incident(HistoricProcessInstance instance, HistoricIncident incident) {
        String message = Objects.requireNonNullElse(incident.getIncidentMessage(), incident.getIncidentType());
        String where = labels.element(
                instance.getProcessDefinitionKey(), incident.getActivityId(), nameOf(instance, incident), locale);
        List<Event> events = new ArrayList<>();
        events.add(event(
                instance,
                incident.getCreateTime(),
                Kind.INCIDENT,
                incident.getActivityId(),
                null,
                text("incident", where, message)));
        if (incident.getEndTime() != null) {
            events.add(event(
                    instance,
                    incident.getEndTime(),
                    Kind.INCIDENT_ENDED,
                    incident.getActivityId(),
                    null,
                    text("incidentEnded", where)));
        }
        return events;
    }

    private @Nullable String nameOf(HistoricProcessInstance instance, HistoricIncident incident) {
        return model(instance).getModelElementById(incident.getActivityId()) instanceof FlowElement element
                ? element.getName()
                : null;
    }

    private BpmnModelInstance model(HistoricProcessInstance instance) {
        return Objects.requireNonNull(models.get(instance.getProcessDefinitionId()));
    }

    private String process(HistoricProcessInstance instance) {
        return labels.definition(instance.getProcessDefinitionKey(), instance.getProcessDefinitionName(), locale);
    }

    private static Event event(
            HistoricProcessInstance instance,
            Date at,
            Kind kind,
            @Nullable String element,
            @Nullable String who,
            String text) {
        return new Event(
                at.toInstant(), kind, instance.getId(), instance.getProcessDefinitionKey(), element, who, text, null);
    }

    private String name(String personId) {
        String name = names.get(personId);
        return name == null ? personId : text("person", name, personId);
    }

    private String shown(@Nullable String value) {
        return value == null ? "–" : name(value);
    }

    /** The log keeps dates as milliseconds. */
    private String value(UserOperationLogEntry property, @Nullable String value) {
        boolean date = value != null && property.getProperty().endsWith("Date") && value.matches("\\d+");
        return date ? Instant.ofEpochMilli(Long.parseLong(value)).toString() : shown(value);
    }

    private String word(String prefix, String word) {
        String text = texts.text(locale, prefix + word);
        return text.equals(prefix + word) ? word : text;
    }

    /** Numbers as they are counted, without a separator of thousands. */
    private String text(String code, Object... arguments) {
        Object[] plain = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            plain[i] = String.valueOf(arguments[i]);
        }
        return texts.text(locale, "audit.event." + code, plain);
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
