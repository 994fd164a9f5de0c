package org.xinhuo.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricActivityStatistics;
import org.camunda.bpm.engine.history.HistoricDecisionInstance;
import org.camunda.bpm.engine.history.HistoricIncident;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.UserOperationLogEntry;

/**
 * What the engine recorded of one process instance: the newest of each kind, so that an instance of many years costs
 * as much as one of a week.
 *
 * @param activities in the order they began
 * @param statistics counts over the whole life of the instance
 * @param cut some kind holds more than was read
 */
record RecordedHistory(
        HistoricProcessInstance instance,
        List<HistoricActivityInstance> activities,
        List<UserOperationLogEntry> operations,
        List<HistoricDecisionInstance> decisions,
        List<HistoricIncident> incidents,
        List<HistoricActivityStatistics> statistics,
        boolean cut) {

    /** A fixed number of queries an instance, each of at most {@code limit} rows. */
    static RecordedHistory of(HistoricProcessInstance instance, HistoryService history, int limit) {
        String id = instance.getId();
        List<HistoricActivityInstance> begun = history.createHistoricActivityInstanceQuery()
                .processInstanceId(id)
                .orderByHistoricActivityInstanceStartTime()
                .desc()
                .orderPartiallyByOccurrence()
                .desc()
                .listPage(0, limit);
        // What began long ago and ended lately belongs to the newest, too.
        List<HistoricActivityInstance> ended = begun.size() < limit
                ? List.of()
                : history.createHistoricActivityInstanceQuery()
                        .processInstanceId(id)
                        .finished()
                        .orderByHistoricActivityInstanceEndTime()
                        .desc()
                        .listPage(0, limit);
        List<UserOperationLogEntry> operations = history.createUserOperationLogQuery()
                .processInstanceId(id)
                .orderByTimestamp()
                .desc()
                .listPage(0, limit);
        List<HistoricDecisionInstance> decisions = history.createHistoricDecisionInstanceQuery()
                .processInstanceId(id)
                .includeInputs()
                .includeOutputs()
                .disableBinaryFetching()
                .disableCustomObjectDeserialization()
                .orderByEvaluationTime()
                .desc()
                .listPage(0, limit);
        List<HistoricIncident> incidents = history.createHistoricIncidentQuery()
                .processInstanceId(id)
                .orderByCreateTime()
                .desc()
                .listPage(0, limit);
        List<HistoricActivityStatistics> statistics = history.createHistoricActivityStatisticsQuery(
                        instance.getProcessDefinitionId())
                .processInstanceIdIn(id)
                .includeFinished()
                .includeCanceled()
                .list();
        boolean cut = begun.size() == limit
                || operations.size() == limit
                || decisions.size() == limit
                || incidents.size() == limit;
        return new RecordedHistory(instance, merged(begun, ended), operations, decisions, incidents, statistics, cut);
    }

    private static List<HistoricActivityInstance> merged(
            List<HistoricActivityInstance> begun, List<HistoricActivityInstance> ended) {
        Map<String, HistoricActivityInstance> byId = new LinkedHashMap<>();
        for (int i = begun.size() - 1; i >= 0; i--) {
            byId.put(begun.get(i).getId(), begun.get(i));
        }
        ended.forEach(activity -> byId.putIfAbsent(activity.getId(), activity));
        List<HistoricActivityInstance> all = new ArrayList<>(byId.values());
        // Stable: what began in the same millisecond keeps the order of its occurrence.
        all.sort(Comparator.comparing(HistoricActivityInstance::getStartTime));
        return all;
    }
}
