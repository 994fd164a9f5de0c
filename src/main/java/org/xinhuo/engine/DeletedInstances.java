package org.xinhuo.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Publishes {@link InstanceDeleted} for every process. Listens as the engine's own listeners do: whoever deletes may ask
 * for those of the models to be passed over, and Cockpit does.
 */
final class DeletedInstances extends AbstractBpmnParseListener implements ExecutionListener {

    private final ApplicationEventPublisher events;

    DeletedInstances(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity definition) {
        definition.addBuiltInListener(ExecutionListener.EVENTNAME_END, this);
    }

    @Override
    public void notify(DelegateExecution execution) {
        ExecutionEntity ended = (ExecutionEntity) execution;
        String key = ended.getProcessBusinessKey();
        if (key != null && ended.getDeleteReason() != null) {
            events.publishEvent(new InstanceDeleted(
                    ended.getProcessInstanceId(), ended.getProcessDefinition().getKey(), key));
        }
    }
}
