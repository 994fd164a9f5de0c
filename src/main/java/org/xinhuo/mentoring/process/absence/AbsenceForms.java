package org.xinhuo.mentoring.process.absence;

import static org.xinhuo.engine.FormField.choice;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.MessageForms;
import org.xinhuo.engine.TaskForm;
import org.xinhuo.engine.TaskForms;
import org.xinhuo.mentoring.absence.WatchSilence;

/** What the task and the messages about absence take in. */
@Component
class AbsenceForms implements TaskForms, MessageForms {

    @Override
    public List<TaskForm> taskForms() {
        return List.of(TaskForm.of(
                AbsenceModel.KEY,
                AbsenceModel.SAY_HOW_IT_GOES,
                choice(AbsenceModel.ANSWER, WatchSilence.CONTINUE, WatchSilence.HELP, WatchSilence.CHANGE)));
    }

    @Override
    public Map<String, Set<String>> messageForms() {
        return Map.of(
                "mentoring.paused",
                Set.of(AbsenceModel.UNTIL),
                "mentoring.substituteNamed",
                Set.of(AbsenceModel.SUBSTITUTE, AbsenceModel.FROM, AbsenceModel.UNTIL));
    }
}
