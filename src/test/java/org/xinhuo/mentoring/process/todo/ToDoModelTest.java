package org.xinhuo.mentoring.process.todo;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinhuo.models.ModelFiles;

class ToDoModelTest {

    private static final BpmnModelInstance MODEL = ModelFiles.processes().get(ToDoModel.KEY);

    @ParameterizedTest
    @ValueSource(
            strings = {
                ToDoModel.OPEN_TO_DO,
                ToDoModel.ANSWER_TO_DO,
                ToDoModel.DO_TO_DO,
                ToDoModel.LAPSE_TO_DO,
                ToDoModel.SETTLE_TO_DO
            })
    void theElementsOfTheCodeAreDrawn(String element) {
        assertThat(MODEL.<org.camunda.bpm.model.bpmn.instance.FlowNode>getModelElementById(element))
                .isNotNull();
    }

    @Test
    void theMessageAndTheVariablesAreThoseOfTheCode() {
        assertThat(MODEL.getModelElementsByType(Message.class))
                .extracting(Message::getName)
                .containsExactly(ToDoModel.WITHDRAWN);
        String drawn = org.camunda.bpm.model.bpmn.Bpmn.convertToString(MODEL);
        assertThat(drawn)
                .contains(
                        "${" + ToDoModel.PROPOSED + "}",
                        "${" + ToDoModel.ACCEPTED + "}",
                        "${" + ToDoModel.OWNER_ID + "}",
                        "${" + ToDoModel.DUE_AT + "}");
    }
}
