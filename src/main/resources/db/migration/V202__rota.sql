-- One rota a lecturer group: by which rule its lecturers share by turn.
create table rota (
    lecturer_group text primary key,
    active         boolean not null,
    rule           text not null,             -- RRULE of RFC 5545, days only
    begins_on      date not null,             -- what intervals count from
    starts_at      time not null,             -- on the clock of time_zone
    minutes        integer not null check (minutes > 0),
    time_zone      text not null,
    region         text not null,             -- input of the table working-calendar
    place          text,
    audience       text,
    horizon_days   integer not null check (horizon_days > 0),
    changed_by     text not null references employee (id),
    changed_at     timestamptz not null,
    version        bigint not null default 0
);

-- The queue: who stands at the top has the next turn. Who had one goes to its end.
create table rota_turn (
    lecturer_group text not null references rota (lecturer_group) on delete cascade,
    lecturer_id    text not null references employee (id),
    position       integer not null,
    primary key (lecturer_group, lecturer_id)
);

-- A day of the rule and what became of it. The key keeps two nodes, or a second run, from planning it twice.
create table rota_slot (
    lecturer_group  text not null,
    slot_on         date not null,             -- the day of the rule, before it was moved off a holiday
    outcome         text not null check (outcome in ('PLANNED', 'SKIPPED')),
    share_id        text unique references share (id),
    reason          text,                      -- the holiday, or that nobody was there
    calendar_version integer not null,         -- of the decision working-calendar
    slot_version    integer,                   -- of the decision rota-slot, where it was asked
    planned_at      timestamptz not null,
    primary key (lecturer_group, slot_on),
    check ((outcome = 'PLANNED') = (share_id is not null))
);

-- When a lecturer cannot share; the rota passes by and comes back.
create table lecturer_absence (
    id          bigint generated always as identity primary key,
    lecturer_id text not null references employee (id),
    first_day   date not null,
    last_day    date not null,
    written_by  text not null references employee (id),
    written_at  timestamptz not null,
    check (first_day <= last_day)
);
create index lecturer_absence_by_lecturer on lecturer_absence (lecturer_id, last_day);
