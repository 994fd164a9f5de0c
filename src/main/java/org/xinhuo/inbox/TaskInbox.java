package org.xinhuo.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Open tasks by who sees them. One row a task and subject, written in the transaction that makes, passes on or ends the
 * task; read from one index however many tasks there are.
 */
@Component
public class TaskInbox {

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;

    TaskInbox(JdbcClient jdbc, JdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    /** Shows a task to these people and groups, and to nobody else. */
    @Transactional
    public void put(OpenTask task, Collection<String> people, Collection<String> groups) {
        remove(task.taskId());
        List<Object[]> rows = Stream.concat(
                        people.stream().map(TaskInbox::person), groups.stream().map(TaskInbox::group))
                .distinct()
                .map(subject -> new Object[] {
                    subject,
                    task.dueAt() == null ? null : Timestamp.from(task.dueAt()),
                    task.taskId(),
                    task.process(),
                    task.task(),
                    task.name(),
                    task.businessKey(),
                    task.assignee()
                })
                .toList();
        batch.batchUpdate(
                "insert into inbox_task (subject, due_at, task_id, process, task, name, business_key, assignee)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                rows);
    }

    @Transactional
    public void remove(String taskId) {
        jdbc.sql("delete from inbox_task where task_id = ?").param(taskId).update();
    }

    /**
     * A person's own tasks and those of the groups, the most urgent first. Read subject by subject: each is in order in
     * the index and ends at the limit, however many tasks wait for a group.
     */
    @Transactional(readOnly = true)
    public List<OpenTask> openTasks(String personId, Set<String> groups, int limit) {
        return jdbc.sql("""
                select distinct due_at, task_id, process, task, name, business_key, assignee
                from unnest(:subjects) as wanted (subject)
                cross join lateral (
                    select due_at, task_id, process, task, name, business_key, assignee from inbox_task
                    where inbox_task.subject = wanted.subject
                    order by due_at nulls last, task_id limit :limit) as of_subject
                order by due_at nulls last, task_id limit :limit
                """)
                .param("subjects", subjects(personId, groups))
                .param("limit", limit)
                .query(TaskInbox::task)
                .list();
    }

    /** Those of these tasks that wait for this person or one of the groups. */
    @Transactional(readOnly = true)
    public List<OpenTask> openTasks(String personId, Set<String> groups, Collection<String> taskIds) {
        return jdbc.sql("select distinct due_at, task_id, process, task, name, business_key, assignee from inbox_task"
                        + " where task_id = any(:ids) and subject = any(:subjects) order by task_id")
                .param(
                        "ids",
                        taskIds.stream().filter(id -> id.indexOf('\0') < 0).toArray(String[]::new))
                .param("subjects", subjects(personId, groups))
                .query(TaskInbox::task)
                .list();
    }

    /** The business keys for which this task waits for a group. */
    @Transactional(readOnly = true)
    public Set<String> waitingFor(String group, String task) {
        return new LinkedHashSet<>(
                jdbc.sql("select business_key from inbox_task where subject = :subject and task = :task"
                                + " and business_key is not null order by business_key")
                        .param("subject", group(group))
                        .param("task", task)
                        .query(String.class)
                        .list());
    }

    private static String[] subjects(String personId, Set<String> groups) {
        return Stream.concat(Stream.of(person(personId)), groups.stream().map(TaskInbox::group))
                .distinct()
                .toArray(String[]::new);
    }

    private static OpenTask task(ResultSet row, int number) throws SQLException {
        Timestamp due = row.getTimestamp("due_at");
        return new OpenTask(
                row.getString("task_id"),
                row.getString("process"),
                row.getString("task"),
                row.getString("name"),
                row.getString("business_key"),
                row.getString("assignee"),
                due == null ? null : due.toInstant());
    }

    private static String person(String id) {
        return "user:" + id;
    }

    private static String group(String name) {
        return "group:" + name;
    }
}
