-- Who has reused which file of a share: the first download or forward of a person and file, told by the library. Never
-- changed, so that a month counts the same whenever it is counted.
create table share_reuse (
    resource_id text not null,
    employee_id text not null references employee (id),
    share_id    text not null references share (id),
    kind        text not null check (kind in ('DOWNLOADED', 'FORWARDED')),
    reused_at   timestamptz not null,
    primary key (resource_id, employee_id)
);
create index share_reuse_by_time on share_reuse (reused_at, share_id);
create index share_reuse_by_share on share_reuse (share_id);

-- What learners want to hear in a share that is announced.
create table share_wish (
    id        bigint generated always as identity primary key,
    share_id  text not null references share (id),
    person_id text not null references employee (id),
    wish      text not null,
    made_at   timestamptz not null
);
create index share_wish_by_share on share_wish (share_id, id);

-- Outlines by topic, from which lecturers start.
create table share_outline (
    topic     text primary key,
    outline   text not null,
    cases     text,
    edited_by text not null references employee (id),
    edited_at timestamptz not null,
    version   integer not null default 1
);
