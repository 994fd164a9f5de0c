package org.xinhuo.mentoring.log;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.xinhuo.inbox.OpenTask;
import org.xinhuo.inbox.TaskSubjects;

/** How the words of a to-do begin. */
@Component
class ToDoSubjects implements TaskSubjects {

    private static final int CHARACTERS = 40;

    private final ToDoTexts texts;

    ToDoSubjects(ToDoTexts texts) {
        this.texts = texts;
    }

    @Override
    public Map<String, String> of(Collection<OpenTask> tasks, String readerId, Locale locale) {
        List<String> keys = List.of(OpenTask.keys(tasks, "to-do"));
        return keys.isEmpty() ? Map.of() : texts.excerpts(keys, CHARACTERS);
    }
}
