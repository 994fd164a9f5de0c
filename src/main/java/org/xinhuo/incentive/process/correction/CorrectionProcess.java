package org.xinhuo.incentive.process.correction;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.engine.HouseRules;
import org.xinhuo.engine.RunningInstances;
import org.xinhuo.incentive.correction.CorrectMonth;
import org.xinhuo.incentive.correction.CorrectionStart;
import org.xinhuo.incentive.correction.MonthCorrection;
import org.xinhuo.incentive.correction.MonthCorrection.Rules;
import org.xinhuo.incentive.correction.MonthCorrections;
import org.xinhuo.people.Groups;

/** What the application tells the process of a correction. */
@Component
@Transactional
class CorrectionProcess implements CorrectionStart {

    private final ProcessEngine engine;
    private final HouseRules house;
    private final RunningInstances instances;
    private final MonthCorrections corrections;
    private final CorrectMonth correctMonth;
    private final Groups groups;

    CorrectionProcess(
            ProcessEngine engine,
            HouseRules house,
            RunningInstances instances,
            MonthCorrections corrections,
            CorrectMonth correctMonth,
            Groups groups) {
        this.correctMonth = correctMonth;
        this.groups = groups;
        this.engine = engine;
        this.house = house;
        this.instances = instances;
        this.corrections = corrections;
    }

    @Override
    public void takeUp(String id) {
        String period = corrections.get(id).period().toString();
        house.apply(() -> engine.getRuntimeService()
                .startProcessInstanceByKey(MonthCorrectionModel.KEY, id, Map.of(MonthCorrectionModel.PERIOD, period)));
    }

    @Override
    @Transactional(readOnly = true)
    public List<MonthCorrection> lost(YearMonth period) {
        return corrections.unfinished(period, null).stream()
                .filter(correction -> !instances.carry(MonthCorrectionModel.KEY, correction.id()))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> answerFor(String id, String person) {
        if (!groups.of(person).contains("hr")
                || correctMonth.ownCase(id, person).isPresent()) {
            return Optional.empty();
        }
        return house.apply(() -> engine
                .getTaskService()
                .createTaskQuery()
                .processDefinitionKey(MonthCorrectionModel.KEY)
                .processInstanceBusinessKey(id)
                .taskDefinitionKey(MonthCorrectionModel.CONFIRM_CORRECTION)
                .list()
                .stream()
                .filter(task -> task.getAssignee() == null || task.getAssignee().equals(person))
                .map(Task::getId)
                .findFirst());
    }

    @Override
    public String request(YearMonth period, String reason, Rules rules) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(MonthCorrectionModel.PERIOD, period.toString());
        variables.put(MonthCorrectionModel.REASON, reason);
        variables.put(MonthCorrectionModel.RULES, rules.code());
        return house.apply(() -> engine.getRuntimeService()
                .startProcessInstanceByKey(MonthCorrectionModel.KEY, variables)
                .getBusinessKey());
    }
}
