-- Who was refused what. Written after the refused transaction has been rolled back; the same refusal again within an
-- hour is counted, not written again, so that a flood stays small.
create table refusal (
    id           bigint generated always as identity primary key,
    person_id    text not null,               -- no reference: it outlives everybody
    hour         timestamptz not null,
    channel      text not null check (channel in ('page', 'api', 'engine-rest', 'tasklist')),
    action       text not null,               -- a code of the table of rights, 'task.<code>', or method and address
    reason       text not null,               -- message code
    business_key text not null,               -- '' where it is about no process
    task_id      text not null,               -- '' where it is about no task
    task         text,                        -- the task's id in its model
    times        integer not null check (times >= 1),
    first_at     timestamptz not null,
    last_at      timestamptz not null check (last_at >= first_at),
    unique (person_id, hour, channel, action, reason, business_key, task_id)
);
create index refusal_by_business_key on refusal (business_key, last_at desc);

-- Nothing is taken back: the one change is that the same was refused once more.
create function refuse_change_of_refusal() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE'
        and new.times > old.times
        and new.last_at >= old.last_at
        and (new.id, new.person_id, new.hour, new.channel, new.action, new.reason, new.business_key, new.task_id,
             new.task, new.first_at)
            is not distinct from
            (old.id, old.person_id, old.hour, old.channel, old.action, old.reason, old.business_key, old.task_id,
             old.task, old.first_at)
    then
        return new;
    end if;
    raise exception 'refusals are only added to';
end $$;
create trigger refusal_is_append_only before update or delete on refusal
    for each row execute function refuse_change_of_refusal();
create trigger refusal_is_not_emptied before truncate on refusal
    for each statement execute function refuse_change_of_refusal();
