package org.xinhuo.home;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;
import org.xinhuo.base.ReaderTime;
import org.xinhuo.inbox.OpenTask;
import org.xinhuo.inbox.TaskInbox;
import org.xinhuo.mentoring.absence.Pauses;

/** The open tasks of a person as the page lists them, the most urgent first. */
@Component
class MyTasks {

    /** More than anybody works off in a day; the rest is a link away, in Tasklist. */
    static final int LIMIT = 50;

    private final TaskInbox inbox;
    private final AboutTasks subjects;
    private final Pauses pauses;
    private final MessageSource messages;

    MyTasks(TaskInbox inbox, AboutTasks subjects, Pauses pauses, MessageSource messages) {
        this.pauses = pauses;
        this.inbox = inbox;
        this.subjects = subjects;
        this.messages = messages;
    }

    /**
     * One line of the list.
     *
     * @param about whom or what it is about, or null
     * @param own assigned to the reader, or else waiting for anybody of a group
     */
    record Line(
            String label,
            String link,
            @Nullable String businessKey,
            @Nullable String about,
            boolean own,
            @Nullable String due,
            @Nullable String dueIn,
            boolean late) {}

    List<Line> of(String personId, Set<String> groups, ReaderTime time) {
        List<OpenTask> open = inbox.openTasks(personId, groups, LIMIT);
        Map<String, String> about = subjects.of(open, personId, time.locale());
        Set<String> paused = pauses.pausedAmong(open.stream()
                .map(OpenTask::businessKey)
                .filter(key -> key != null)
                .collect(Collectors.toSet()));
        return open.stream()
                .map(task -> line(task, about, paused.contains(task.businessKey()), personId, time))
                .toList();
    }

    /** What is paused is not late; its date moves when it goes on. */
    private Line line(OpenTask task, Map<String, String> about, boolean paused, String personId, ReaderTime time) {
        Instant due = task.dueAt();
        String dueIn = paused
                ? messages.getMessage("mentoring.absence.state.paused", null, time.locale())
                : due == null ? null : time.relativeDue(due);
        return new Line(
                label(task, time),
                "/camunda/app/tasklist/default/#/?task=" + UriUtils.encode(task.taskId(), "UTF-8"),
                task.businessKey(),
                task.businessKey() == null ? null : about.get(task.businessKey()),
                personId.equals(task.assignee()),
                due == null ? null : time.due(due),
                dueIn,
                !paused && due != null && due.isBefore(time.now()));
    }

    /** A task that a process owner drew after us has no text of ours: its name in the model serves. */
    private String label(OpenTask task, ReaderTime time) {
        String name = task.name().replaceAll("\\s*\\R\\s*", " / ");
        String label = messages.getMessage("task." + task.process() + "." + task.task(), null, name, time.locale());
        return label == null ? name : label;
    }
}
