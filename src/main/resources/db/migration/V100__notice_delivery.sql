-- How notices leave the house. A notice and its rows in the outbox are written in the transaction of the fact; what
-- follows happens after the commit.
alter table notice add column at_once boolean not null default false;
create index notice_newest on notice (person_id, id desc);
create index notice_unread on notice (person_id, id desc) where read_at is null;

-- One message to one person through one channel; several notices that waited go together.
create table notice_delivery (
    id              uuid primary key,
    person_id       text not null references employee (id),
    channel         text not null,        -- 'mail'
    message_id      text not null unique, -- of every attempt: whoever receives it twice can tell
    at_once         boolean not null,     -- holds an urgent notice
    state           text not null check (state in ('WAITING', 'SENT', 'GAVE_UP', 'DROPPED')),
    reason          text,                 -- what the last attempt ran into, or why it was dropped
    attempts        integer not null default 0,
    created_at      timestamptz not null,
    waiting_since   timestamptz not null, -- when patience began; later than created_at where somebody asked again
    next_attempt_at timestamptz not null,
    leased_until    timestamptz,          -- some node is sending it until then
    finished_at     timestamptz
);
create index notice_delivery_due on notice_delivery (next_attempt_at) where state = 'WAITING';
create index notice_delivery_finished on notice_delivery (finished_at) where finished_at is not null;
create index notice_delivery_newest on notice_delivery (created_at desc, id);

-- What has not left the house yet has no delivery.
create table notice_outbox (
    notice_id   bigint not null references notice (id) on delete cascade,
    channel     text not null,
    person_id   text not null references employee (id),
    at_once     boolean not null,
    told_at     timestamptz not null,
    due_at      timestamptz not null,     -- not looked at before: outside working hours, or too soon after the last mail
    delivery_id uuid references notice_delivery (id) on delete cascade,
    primary key (notice_id, channel)
);
create index notice_outbox_due on notice_outbox (channel, due_at) where delivery_id is null;
create index notice_outbox_person on notice_outbox (person_id, channel) where delivery_id is null;
create index notice_outbox_told on notice_outbox (told_at) where delivery_id is null;
create index notice_outbox_delivery on notice_outbox (delivery_id);

-- Whoever packs somebody's notices holds this row: two nodes never do so at once.
create table notice_recipient (
    person_id      text not null references employee (id),
    channel        text not null,
    last_normal_at timestamptz,           -- when notices that are not urgent were last packed
    primary key (person_id, channel)
);

-- What somebody chose; no row, or null: as the company has it.
create table notice_preference (
    person_id       text primary key references employee (id),
    muted           text not null default '', -- channels that stay silent, separated by ';'
    cadence         text check (cadence in ('EACH', 'HOURLY', 'DAILY')),
    urgent_any_time boolean not null default false,
    days            text,                 -- such as 'MON,TUE'; days and the two times are all there or all null
    from_time       time,
    to_time         time,
    check ((days is null) = (from_time is null) and (days is null) = (to_time is null))
);
