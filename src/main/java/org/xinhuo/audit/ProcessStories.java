package org.xinhuo.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.Refusal;
import org.xinhuo.base.Texts;
import org.xinhuo.engine.WithheldDecisions;
import org.xinhuo.people.Employee;
import org.xinhuo.people.Employees;

/** Puts together what the engine recorded of all process instances with one business key. */
@Component
class ProcessStories {

    /** The newest events that a story tells. */
    static final int EVENTS = 500;

    /** More than the longest mentorship has rounds; a story with more says so. */
    static final int INSTANCES = 50;

    private final EngineReading engineReading;
    private final HistoryService history;
    private final RepositoryService repository;
    private final Employees employees;
    private final Labels labels;
    private final Texts texts;
    private final ToldRefusals refusals;
    private final ObjectProvider<WithheldDecisions> withheld;

    ProcessStories(
            EngineReading engineReading,
            ProcessEngine engine,
            Employees employees,
            Labels labels,
            Texts texts,
            ToldRefusals refusals,
            ObjectProvider<WithheldDecisions> withheld) {
        this.withheld = withheld;
        this.refusals = refusals;
        this.engineReading = engineReading;
        this.history = engine.getHistoryService();
        this.repository = engine.getRepositoryService();
        this.employees = employees;
        this.labels = labels;
        this.texts = texts;
    }

    /**
     * @param readerId who reads it; what decisions about this person were asked is left out
     * @throws Refusal where no process ever had this business key
     */
    @Transactional(readOnly = true)
    public Story of(String businessKey, String readerId, Locale locale) {
        return engineReading.read(() -> read(businessKey, readerId, locale));
    }

    /** The model that an instance followed, as BPMN. @throws Refusal where there is none with this id */
    @Transactional(readOnly = true)
    public String model(String definitionId) {
        return engineReading.read(() -> {
            if (repository
                            .createProcessDefinitionQuery()
                            .processDefinitionId(definitionId)
                            .count()
                    == 0) {
                throw Refusal.notFound("audit.noSuchModel", definitionId);
            }
            return org.camunda.bpm.model.bpmn.Bpmn.convertToString(repository.getBpmnModelInstance(definitionId));
        });
    }

    private Story read(String businessKey, String readerId, Locale locale) {
        // The newest first, so that the limit cuts what is long past.
        List<HistoricProcessInstance> instances = history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(businessKey)
                .orderByProcessInstanceStartTime()
                .desc()
                .listPage(0, INSTANCES + 1);
        if (instances.isEmpty()) {
            throw Refusal.notFound("audit.noSuchBusinessKey", businessKey);
        }
        boolean cut = instances.size() > INSTANCES;
        List<RecordedHistory> recorded = instances.stream()
                .limit(INSTANCES)
                .sorted(Comparator.comparing(HistoricProcessInstance::getStartTime))
                .map(instance -> RecordedHistory.of(instance, history, EVENTS))
                .toList();
        Map<String, BpmnModelInstance> models = models(recorded);
        StoryTeller teller = new StoryTeller(texts, labels, locale, names(recorded), versions(recorded), models);
        List<Story.Instance> told = callersFirst(recorded).stream()
                .map(history -> teller.instance(history))
                .toList();
        List<Story.Event> events = new ArrayList<>();
        recorded.forEach(history -> events.addAll(teller.events(history, isWithheld(history, businessKey, readerId))));
        events.sort(Comparator.comparing(Story.Event::at).thenComparing(Story.Event::kind));
        cut |= events.size() > EVENTS || recorded.stream().anyMatch(RecordedHistory::cut);
        return new Story(
                businessKey,
                told,
                List.copyOf(events.subList(Math.max(0, events.size() - EVENTS), events.size())),
                cut,
                refusals.of(businessKey, processes(recorded), locale));
    }

    private boolean isWithheld(RecordedHistory history, String businessKey, String readerId) {
        String process = history.instance().getProcessDefinitionKey();
        return withheld.stream().anyMatch(known -> known.isWithheld(process, businessKey, readerId));
    }

    private static List<String> processes(List<RecordedHistory> recorded) {
        return recorded.stream()
                .map(history -> history.instance().getProcessDefinitionKey())
                .distinct()
                .toList();
    }

    private static List<RecordedHistory> callersFirst(List<RecordedHistory> recorded) {
        Set<String> ids =
                recorded.stream().map(history -> history.instance().getId()).collect(Collectors.toSet());
        List<RecordedHistory> ordered = new ArrayList<>(recorded);
        ordered.sort(
                Comparator.comparing(history -> ids.contains(history.instance().getSuperProcessInstanceId())));
        return ordered;
    }

    private Map<String, BpmnModelInstance> models(List<RecordedHistory> recorded) {
        Map<String, BpmnModelInstance> models = new HashMap<>();
        for (RecordedHistory history : recorded) {
            models.computeIfAbsent(history.instance().getProcessDefinitionId(), repository::getBpmnModelInstance);
        }
        return models;
    }

    /** Everybody who appears, by id, in one query. */
    private Map<String, String> names(List<RecordedHistory> recorded) {
        Set<String> ids = new HashSet<>();
        for (RecordedHistory history : recorded) {
            ids.add(history.instance().getStartUserId());
            history.activities().forEach(activity -> ids.add(activity.getAssignee()));
            history.operations().forEach(operation -> {
                ids.add(operation.getUserId());
                ids.add(operation.getOrgValue());
                ids.add(operation.getNewValue());
            });
        }
        ids.remove(null);
        return employees.findAllById(ids).stream().collect(Collectors.toMap(Employee::id, Employee::name));
    }

    private Map<String, Integer> versions(List<RecordedHistory> recorded) {
        String[] ids = recorded.stream()
                .flatMap(history -> history.decisions().stream())
                .map(decision -> decision.getDecisionDefinitionId())
                .distinct()
                .toArray(String[]::new);
        return ids.length == 0
                ? Map.of()
                : repository.createDecisionDefinitionQuery().decisionDefinitionIdIn(ids).list().stream()
                        .collect(Collectors.toMap(DecisionDefinition::getId, DecisionDefinition::getVersion));
    }
}
