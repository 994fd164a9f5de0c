package org.xinhuo.engine;

import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.xinhuo.inbox.OpenTask;
import org.xinhuo.inbox.TaskInbox;

/** Keeps the inbox in step with every user task of every model, in the engine's own transaction. */
@Component
class InboxListener extends AbstractBpmnParseListener implements TaskListener {

    private final ObjectProvider<TaskInbox> inbox;

    /** Asked for when first needed: the engine starts before the tables have their users. */
    InboxListener(ObjectProvider<TaskInbox> inbox) {
        this.inbox = inbox;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        for (String event : List.of(
                TaskListener.EVENTNAME_CREATE,
                TaskListener.EVENTNAME_ASSIGNMENT,
                TaskListener.EVENTNAME_UPDATE,
                TaskListener.EVENTNAME_COMPLETE,
                TaskListener.EVENTNAME_DELETE)) {
            task.addBuiltInTaskListener(event, this);
        }
    }

    @Override
    public void notify(DelegateTask task) {
        if (TaskListener.EVENTNAME_COMPLETE.equals(task.getEventName())
                || TaskListener.EVENTNAME_DELETE.equals(task.getEventName())) {
            inbox.getObject().remove(task.getId());
            return;
        }
        String assignee = task.getAssignee();
        List<String> people = assignee != null
                ? List.of(assignee)
                : task.getCandidates().stream()
                        .map(IdentityLink::getUserId)
                        .filter(Objects::nonNull)
                        .toList();
        List<String> groups = assignee != null
                ? List.of()
                : task.getCandidates().stream()
                        .map(IdentityLink::getGroupId)
                        .filter(Objects::nonNull)
                        .toList();
        inbox.getObject().put(openTask(task), people, groups);
    }

    private static OpenTask openTask(DelegateTask task) {
        return new OpenTask(
                task.getId(),
                ((TaskEntity) task).getExecution().getProcessDefinition().getKey(),
                task.getTaskDefinitionKey(),
                Objects.requireNonNullElse(task.getName(), task.getTaskDefinitionKey()),
                task.getExecution().getProcessBusinessKey(),
                task.getAssignee(),
                task.getDueDate() == null ? null : task.getDueDate().toInstant());
    }
}
