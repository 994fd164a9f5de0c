package org.xinhuo.audit;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.xinhuo.inbox.OpenTask;
import org.xinhuo.inbox.TaskSubjects;

/** Whom or what stories are about, in the words that the modules have for their tasks. */
@Component
class StorySubjects {

    /** Its subject is an excerpt of a coaching log, and each reading of one is recorded. */
    private static final String PRIVATE = "to-do";

    private final List<TaskSubjects> modules;

    StorySubjects(List<TaskSubjects> modules) {
        this.modules = modules;
    }

    /** By business key; what no module knows is missing. */
    Map<String, String> of(Collection<AuditSearch.Found> stories, String readerId, Locale locale) {
        List<OpenTask> asked = stories.stream()
                .filter(story -> !story.processKey().equals(PRIVATE))
                .map(story -> new OpenTask("", story.processKey(), "", "", story.businessKey(), null, null))
                .toList();
        Map<String, String> subjects = new HashMap<>();
        if (!asked.isEmpty()) {
            modules.forEach(module -> subjects.putAll(module.of(asked, readerId, locale)));
        }
        return subjects;
    }
}
