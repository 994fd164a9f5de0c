-- Who sees which open task. The engine's own query for "mine or my groups'" does not scale.
create table inbox_task (
    subject      text not null,          -- 'user:<id>' or 'group:<name>'
    due_at       timestamptz,
    task_id      text not null,
    process      text not null,
    task         text not null,
    name         text not null,
    business_key text,
    assignee     text,
    primary key (task_id, subject)
);
create index inbox_task_by_subject on inbox_task (subject, due_at, task_id)
    include (process, task, name, business_key, assignee);
