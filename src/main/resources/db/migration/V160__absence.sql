-- While a mentorship is paused its timers stand still, and the days count against nobody.
create table mentorship_pause (
    id            bigint generated always as identity primary key,
    mentorship_id text not null references mentorship (id),
    paused_at     timestamptz not null,
    paused_on     date not null,             -- the same as a day of the company
    last_day      date not null,             -- goes on by itself after it
    resumed_at    timestamptz,
    resumed_on    date,
    paused_by     text references employee (id),   -- null where the product itself did
    resumed_by    text references employee (id),   -- null where the time was over
    reason        text,
    check ((resumed_at is null) = (resumed_on is null))
);
create unique index mentorship_pause_open_once on mentorship_pause (mentorship_id) where resumed_at is null;
create index mentorship_pause_by_mentorship on mentorship_pause (mentorship_id, paused_at);

-- Somebody who stands in for the mentor from day to day; begun_at and ended_at say whether he does now.
create table mentor_substitution (
    id            bigint generated always as identity primary key,
    mentorship_id text not null references mentorship (id),
    mentor_id     text not null references employee (id),
    substitute_id text not null references employee (id),
    first_day     date not null,
    last_day      date not null,
    named_by      text references employee (id),
    named_at      timestamptz not null,
    begun_at      timestamptz,
    ended_at      timestamptz,
    check (first_day <= last_day),
    check (mentor_id <> substitute_id)
);
create index mentor_substitution_by_mentorship on mentor_substitution (mentorship_id) where ended_at is null;
create unique index mentor_substitution_now_once on mentor_substitution (mentorship_id)
    where begun_at is not null and ended_at is null;
create index mentor_substitution_by_substitute on mentor_substitution (substitute_id) where ended_at is null;

-- Since when a pair is watched for silence, and when the two were asked about the present one.
create table silence_watch (
    mentorship_id text primary key references mentorship (id),
    watched_since timestamptz not null,
    asked_at      timestamptz
);

-- Calendar days for which a coaching stood still; its periods are counted without them.
alter table coaching_case add column paused_days integer not null default 0;
