package org.xinhuo.mentoring.process.coaching;

import static org.xinhuo.engine.FormField.choice;
import static org.xinhuo.engine.FormField.date;
import static org.xinhuo.engine.FormField.integer;
import static org.xinhuo.engine.FormField.list;
import static org.xinhuo.engine.FormField.number;
import static org.xinhuo.engine.FormField.text;

import java.util.List;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.TaskForm;
import org.xinhuo.engine.TaskForms;

/** What the tasks of coaching take in. */
@Component
class CoachingForms implements TaskForms {

    @Override
    public List<TaskForm> taskForms() {
        return List.of(
                TaskForm.of(
                        CoachingModel.KEY,
                        CoachingModel.GIVE_DEEP_GUIDANCE,
                        text("topic", 200),
                        text("question", 4000),
                        text("advice", 4000),
                        integer("minutes", 1, 600),
                        choice("method", "in-person", "video", "phone", "chat"),
                        date("heldOn")),
                TaskForm.of(
                        CoachingModel.KEY,
                        CoachingModel.EVALUATE_ABILITY,
                        list("levels", 1, 100, text("competency", 200), number("level", 0, 5)),
                        text("direction", 2000)),
                TaskForm.of(
                        CoachingModel.KEY,
                        CoachingModel.SHARE_EXPERIENCE,
                        text("title", 200),
                        text("situation", 4000),
                        text("method", 2000),
                        text("steps", 4000),
                        text("effect", 2000)));
    }
}
