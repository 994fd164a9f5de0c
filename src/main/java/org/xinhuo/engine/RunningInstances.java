package org.xinhuo.engine;

import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Says which rows a process carries on at this moment. */
@Component
public class RunningInstances {

    private final ProcessEngine engine;
    private final HouseRules rules;

    RunningInstances(@Lazy ProcessEngine engine, HouseRules rules) {
        this.engine = engine;
        this.rules = rules;
    }

    /** The business keys of everything that runs of this process. */
    public Set<String> keysOf(String process) {
        return rules.apply(() ->
                engine.getRuntimeService().createProcessInstanceQuery().processDefinitionKey(process).list().stream()
                        .filter(instance -> instance.getBusinessKey() != null)
                        .map(ProcessInstance::getBusinessKey)
                        .collect(Collectors.toSet()));
    }

    /** Whether an instance of this process has this key. */
    public boolean carry(String process, String key) {
        return rules.apply(() -> engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processDefinitionKey(process)
                        .processInstanceBusinessKey(key)
                        .count()
                > 0);
    }

    /** Whether another instance than this one carries the row with this key on. Where none does, this one may. */
    public static boolean anotherCarries(DelegateExecution execution, String process, String key) {
        return execution
                .getProcessEngineServices()
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey(process)
                .processInstanceBusinessKey(key)
                .list()
                .stream()
                .anyMatch(instance -> !instance.getId().equals(execution.getProcessInstanceId()));
    }
}
