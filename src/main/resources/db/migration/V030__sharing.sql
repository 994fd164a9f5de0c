-- One share of one lecturer, planned here or brought over by import, and what learners said of it.
create table share (
    id               text primary key,
    lecturer_id      text not null references employee (id),
    title            text not null,
    starts_at        timestamptz not null,
    minutes          integer not null check (minutes >= 0),            -- as planned
    place            text,
    audience         text,                                             -- as written by who planned it
    state            text not null check (state in ('PLANNED', 'HELD', 'NOT_HELD', 'CANCELLED')),
    -- AWAITED, SUBMITTED (by 24 h before the start), LATE (after that), MISSED (not before the start)
    content_state    text not null check (content_state in ('AWAITED', 'SUBMITTED', 'LATE', 'MISSED')),
    submitted_at     timestamptz,
    outline          text,
    cases            text,
    held_at          timestamptz,
    reported_minutes integer check (reported_minutes >= 0),
    rating_opened_at timestamptz,
    rating_closes_at timestamptz,
    rating_closed_at timestamptz,
    imported_reuse   integer not null default 0 check (imported_reuse >= 0),
    version          bigint not null default 0
);
create index share_by_lecturer on share (lecturer_id, starts_at);
create index share_by_start on share (starts_at);

create table share_attendance (
    share_id    text not null references share (id),
    employee_id text not null references employee (id),
    primary key (share_id, employee_id)
);
create index share_attendance_by_employee on share_attendance (employee_id);

-- Rows, not user tasks: two hundred learners rate in the same minute.
create table rating (
    share_id   text not null references share (id),
    learner_id text not null references employee (id),
    score      integer not null check (score between 1 and 10),
    comment    text,
    rated_at   timestamptz not null,
    primary key (share_id, learner_id)
);
