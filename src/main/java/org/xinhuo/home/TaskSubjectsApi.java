package org.xinhuo.home;

import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xinhuo.base.Refusal;
import org.xinhuo.inbox.OpenTask;
import org.xinhuo.inbox.TaskInbox;
import org.xinhuo.people.Groups;

/**
 * Tells Tasklist whom or what its tasks are about: a mentor of five mentees sees five tasks of the same name there, and
 * no name of a person is among the variables of a process.
 */
@RestController
class TaskSubjectsApi {

    /** More than Tasklist shows at once. */
    private static final int MOST = 100;

    private final TaskInbox inbox;
    private final AboutTasks subjects;
    private final Groups groups;

    TaskSubjectsApi(TaskInbox inbox, AboutTasks subjects, Groups groups) {
        this.inbox = inbox;
        this.subjects = subjects;
        this.groups = groups;
    }

    /**
     * What one task is about.
     *
     * @param about a person's name or a share's title
     * @param path our own page about it, or null where there is none
     */
    record Subject(String taskId, String about, @Nullable String path) {}

    /** Of these tasks those that the reader sees and that are about somebody or something. */
    @GetMapping("/api/tasks/subjects")
    List<Subject> subjects(@RequestParam List<String> ids, Principal reader, Locale locale) {
        if (ids.size() > MOST) {
            throw Refusal.invalid("ids", "home.tooManyIds", MOST);
        }
        String person = reader.getName();
        List<OpenTask> tasks = inbox.openTasks(person, groups.of(person), Set.copyOf(ids));
        Map<String, String> about = subjects.of(tasks, person, locale);
        Set<String> pairs = subjects.pairs(tasks);
        List<Subject> answer = new ArrayList<>();
        for (OpenTask task : tasks) {
            String key = task.businessKey();
            String subject = key == null ? null : about.get(key);
            if (subject != null) {
                answer.add(new Subject(task.taskId(), subject, pairs.contains(key) ? "/mentorships/" + key : null));
            }
        }
        return answer;
    }
}
