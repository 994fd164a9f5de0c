package org.xinhuo.incentive.process;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.FormField;
import org.xinhuo.engine.MessageForms;
import org.xinhuo.engine.TaskForm;
import org.xinhuo.engine.TaskForms;
import org.xinhuo.incentive.sharing.Share;

/** What the tasks and messages of {@code sharing} take in. */
@Component
class SharingForms implements TaskForms, MessageForms {

    private static final int LONGEST_TEXT = 20_000;

    @Override
    public List<TaskForm> taskForms() {
        return List.of(
                TaskForm.of(
                        SharingModel.PROCESS,
                        SharingModel.SUBMIT_CONTENT,
                        FormField.text("outline", LONGEST_TEXT),
                        FormField.text("cases", LONGEST_TEXT).optional()),
                TaskForm.of(
                        SharingModel.PROCESS,
                        SharingModel.REPORT_SHARE,
                        // Needed unless the share did not take place; the share itself knows.
                        FormField.instant("heldAt").optional(),
                        FormField.integer("minutes", 0, Share.MOST_MINUTES)));
    }

    @Override
    public Map<String, Set<String>> messageForms() {
        return Map.of(SharingModel.SWAPPED, Set.of(SharingModel.LECTURER_ID));
    }
}
