package org.xinhuo.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstanceQuery;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.people.Employee;
import org.xinhuo.people.Employees;

/** Finds stories by business key, or by a person who started, worked on, or is the subject of one. */
@Component
class AuditSearch {

    /** The newest stories that a search shows. */
    static final int LIMIT = 50;

    /** The ids of people that processes carry, by contract. */
    private static final List<String> PEOPLE = List.of("menteeId", "mentorId", "lecturerId", "employeeId");

    private final EngineReading engineReading;
    private final HistoryService history;
    private final Employees employees;
    private final Labels labels;

    AuditSearch(EngineReading engineReading, ProcessEngine engine, Employees employees, Labels labels) {
        this.engineReading = engineReading;
        this.history = engine.getHistoryService();
        this.employees = employees;
        this.labels = labels;
    }

    /**
     * One story of the list.
     *
     * @param processKey of the outermost process, {@code process} what it is called
     * @param instances how many process instances of it were found
     */
    record Found(
            String businessKey,
            String processKey,
            String process,
            Instant startedAt,
            @Nullable Instant endedAt,
            int instances) {}

    /** @param query a business key, an employee's id or a part of a name; empty for the newest of all */
    @Transactional(readOnly = true)
    public List<Found> find(String query, Locale locale) {
        return engineReading.read(() -> stories(query.strip(), locale));
    }

    private List<Found> stories(String query, Locale locale) {
        if (query.isEmpty()) {
            return grouped(newest(instances().rootProcessInstances()), locale);
        }
        List<HistoricProcessInstance> byKey = newest(instances().processInstanceBusinessKey(query));
        if (!byKey.isEmpty()) {
            return grouped(byKey, locale);
        }
        List<HistoricProcessInstance> found = new ArrayList<>();
        for (String person : people(query)) {
            found.addAll(of(person));
        }
        return grouped(found, locale);
    }

    private List<String> people(String query) {
        return employees.existsById(query)
                ? List.of(query)
                : employees.findTop5ByNameContainingOrderById(query).stream()
                        .map(Employee::id)
                        .toList();
    }

    private List<HistoricProcessInstance> of(String person) {
        HistoricProcessInstanceQuery started = instances().or().startedBy(person);
        PEOPLE.forEach(variable -> started.variableValueEquals(variable, person));
        List<HistoricProcessInstance> found = new ArrayList<>(newest(started.endOr()));
        Set<String> workedOn = history
                .createHistoricTaskInstanceQuery()
                .taskAssignee(person)
                .orderByHistoricActivityInstanceStartTime()
                .desc()
                .listPage(0, LIMIT)
                .stream()
                .map(HistoricTaskInstance::getProcessInstanceId)
                .collect(Collectors.toSet());
        if (!workedOn.isEmpty()) {
            found.addAll(newest(instances().processInstanceIds(workedOn)));
        }
        return found;
    }

    private HistoricProcessInstanceQuery instances() {
        return history.createHistoricProcessInstanceQuery();
    }

    private static List<HistoricProcessInstance> newest(HistoricProcessInstanceQuery query) {
        return query.orderByProcessInstanceStartTime().desc().listPage(0, LIMIT);
    }

    /** An instance without a business key tells no story; every process of ours gets one in its first step. */
    private List<Found> grouped(Collection<HistoricProcessInstance> instances, Locale locale) {
        Map<String, List<HistoricProcessInstance>> byKey = instances.stream()
                .filter(instance -> instance.getBusinessKey() != null)
                .collect(Collectors.toMap(HistoricProcessInstance::getId, instance -> instance, (one, same) -> one))
                .values()
                .stream()
                .sorted(Comparator.comparing(HistoricProcessInstance::getStartTime))
                .collect(Collectors.groupingBy(
                        HistoricProcessInstance::getBusinessKey, LinkedHashMap::new, Collectors.toList()));
        return byKey.entrySet().stream()
                .map(story -> found(story.getKey(), story.getValue(), locale))
                .sorted(Comparator.comparing(Found::startedAt).reversed())
                .limit(LIMIT)
                .toList();
    }

    private Found found(String businessKey, List<HistoricProcessInstance> instances, Locale locale) {
        HistoricProcessInstance outermost = instances.stream()
                .filter(instance -> instance.getSuperProcessInstanceId() == null)
                .findFirst()
                .orElse(instances.get(0));
        return new Found(
                businessKey,
                outermost.getProcessDefinitionKey(),
                labels.definition(outermost.getProcessDefinitionKey(), outermost.getProcessDefinitionName(), locale),
                outermost.getStartTime().toInstant(),
                outermost.getEndTime() == null ? null : outermost.getEndTime().toInstant(),
                instances.size());
    }
}
