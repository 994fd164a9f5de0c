-- What became of a duty that was not done in its period.
alter table duty
    add column made_up_on date,          -- a talk of the missed month was written down later, on this day; it stays missed
    add column lapsed_at  timestamptz,   -- the coaching was cut short before the duty was due: neither done nor missed
    add constraint duty_made_up_was_missed check (made_up_on is null or missed_at is not null),
    add constraint duty_lapsed_alone check (lapsed_at is null or (done_at is null and missed_at is null));

-- For the list of what was not done, over all pairs, the latest first.
create index duty_not_done on duty (due_at desc, id desc) where done_at is null and lapsed_at is null;

-- The two optional duties: whenever the mentor likes, never due, never pressed.
create table resource_recommendation (
    id            bigint generated always as identity primary key,
    coaching_id   text not null references coaching_case (id),
    title         text not null,
    link          text,                  -- on the web
    resource_id   text,                  -- in the library; the library's own id
    reason        text not null,
    competency    text,
    given_by      text not null references employee (id),
    given_at      timestamptz not null,
    check (link is not null or resource_id is not null)
);
create index resource_recommendation_by_coaching on resource_recommendation (coaching_id, given_at);

create table department_connection (
    id            bigint generated always as identity primary key,
    coaching_id   text not null references coaching_case (id),
    department    text not null,
    contact_id    text not null references employee (id),
    purpose       text not null,
    given_by      text not null references employee (id),
    given_at      timestamptz not null
);
create index department_connection_by_coaching on department_connection (coaching_id, given_at);
