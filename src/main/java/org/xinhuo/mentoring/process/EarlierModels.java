package org.xinhuo.mentoring.process;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.springframework.stereotype.Component;

/** Says when a step is missing because what runs began under an earlier version of its model. */
@Component
class EarlierModels {

    private final ProcessEngine engine;

    EarlierModels(ProcessEngine engine) {
        this.engine = engine;
    }

    /**
     * Whether something that runs for a mentorship began under a version that does not know a message, while the newest
     * version of the same process does. Asked within the engine's command, past its grants.
     */
    boolean lack(String mentorshipId, String message) {
        RepositoryService repository = engine.getRepositoryService();
        return engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(mentorshipId)
                .list()
                .stream()
                .map(running -> repository.getProcessDefinition(running.getProcessDefinitionId()))
                .anyMatch(definition -> {
                    ProcessDefinition newest = repository
                            .createProcessDefinitionQuery()
                            .processDefinitionKey(definition.getKey())
                            .latestVersion()
                            .singleResult();
                    return newest.getVersion() > definition.getVersion()
                            && knows(newest, message)
                            && !knows(definition, message);
                });
    }

    private boolean knows(ProcessDefinition definition, String message) {
        return engine
                .getRepositoryService()
                .getBpmnModelInstance(definition.getId())
                .getModelElementsByType(Message.class)
                .stream()
                .anyMatch(known -> message.equals(known.getName()));
    }
}
