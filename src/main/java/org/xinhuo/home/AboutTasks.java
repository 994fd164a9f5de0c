package org.xinhuo.home;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.inbox.OpenTask;
import org.xinhuo.inbox.TaskSubjects;
import org.xinhuo.mentoring.Mentorship;
import org.xinhuo.mentoring.Mentorships;

/** Whom or what tasks are about, as every module tells of its own. */
@Component
class AboutTasks {

    private final List<TaskSubjects> modules;
    private final Mentorships mentorships;

    AboutTasks(List<TaskSubjects> modules, Mentorships mentorships) {
        this.modules = modules;
        this.mentorships = mentorships;
    }

    /** By business key; a handful of queries, however many tasks. */
    @Transactional(readOnly = true)
    Map<String, String> of(Collection<OpenTask> tasks, String readerId, Locale locale) {
        Map<String, String> subjects = new HashMap<>();
        if (!tasks.isEmpty()) {
            modules.forEach(module -> subjects.putAll(module.of(tasks, readerId, locale)));
        }
        return subjects;
    }

    /** The business keys that are mentorships. */
    @Transactional(readOnly = true)
    Set<String> pairs(Collection<OpenTask> tasks) {
        Set<String> keys = tasks.stream()
                .map(OpenTask::businessKey)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return mentorships.findByIdIn(keys).stream().map(Mentorship::id).collect(Collectors.toSet());
    }
}
