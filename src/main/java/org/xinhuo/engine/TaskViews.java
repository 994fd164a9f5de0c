package org.xinhuo.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.spin.plugin.variable.SpinValues;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Adds to a form, as it is opened, what its {@link TaskView} reads from the tables. */
@Component
class TaskViews {

    private final ObjectProvider<TaskView> views;
    private final ObjectMapper json;

    TaskViews(ObjectProvider<TaskView> views, ObjectMapper json) {
        this.views = views;
        this.json = json;
    }

    /** @param wanted the only names the form asks for, or null for all */
    VariableMap added(
            VariableMap variables, String taskId, @Nullable Collection<String> wanted, CommandContext context) {
        TaskEntity task = context.getTaskManager().findTaskById(taskId);
        ExecutionEntity instance = task == null ? null : task.getProcessInstance();
        if (instance == null || instance.getBusinessKey() == null) {
            return variables;
        }
        String process = instance.getProcessDefinition().getKey();
        String businessKey = instance.getBusinessKey();
        Authentication reader = context.getAuthentication();
        String readerId = reader == null ? null : reader.getUserId();
        for (TaskView view : views) {
            if (view.process().equals(process) && view.task().equals(task.getTaskDefinitionKey())) {
                for (Map.Entry<String, Object> value :
                        view.values(businessKey, readerId).entrySet()) {
                    if (wanted == null || wanted.isEmpty() || wanted.contains(value.getKey())) {
                        put(variables, value.getKey(), value.getValue());
                    }
                }
            }
        }
        return variables;
    }

    private void put(VariableMap variables, String name, @Nullable Object value) {
        if (value instanceof List || value instanceof Map) {
            try {
                variables.putValueTyped(
                        name,
                        SpinValues.jsonValue(json.writeValueAsString(value)).create());
            } catch (JsonProcessingException notJson) {
                throw new IllegalStateException("the view of a form cannot be written: " + name, notJson);
            }
        } else {
            variables.putValue(name, value);
        }
    }
}
