-- A title and the months that won and lost it, with the version of the decision lecturer-title each time.
create table lecturer_title (
    id           bigint generated always as identity primary key,
    lecturer_id  text not null references employee (id),
    title        text not null,
    won_period   char(7) not null,
    won_version  integer not null,
    won_at       timestamptz not null,
    lost_period  char(7),
    lost_version integer,
    lost_at      timestamptz
);
create unique index lecturer_title_held on lecturer_title (lecturer_id) where lost_at is null;

-- Two failed months in a row; the period is the second of them. Once, however often the review runs.
create table improvement_notice (
    id          text primary key,
    lecturer_id text not null references employee (id),
    period      char(7) not null,
    created_at  timestamptz not null,
    opened_at   timestamptz,
    held_on     date,
    held_by     text,
    agreement   text,
    version     bigint not null default 0,
    unique (lecturer_id, period)
);
