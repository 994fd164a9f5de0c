-- How a learner used what a share taught, and with what result.
create table application_case (
    id                 text primary key,
    share_id           text not null references share (id),
    learner_id         text not null references employee (id),
    newest             integer not null,         -- the number of the newest version
    confirmed          integer,                  -- the number of the newest confirmed version, which is the one shown
    first_confirmed_at timestamptz,              -- the month in which it counts, once
    open               boolean not null          -- the newest version waits for an answer
);
create index application_case_by_share on application_case (share_id);
create index application_case_by_learner on application_case (learner_id);
create index application_case_by_confirmation on application_case (first_confirmed_at)
    where first_confirmed_at is not null;
-- Nobody is flooded: one at a time.
create unique index application_case_open on application_case (share_id, learner_id) where open;

create table application_case_version (
    case_id      text not null references application_case (id),
    number       integer not null check (number >= 1),
    situation    text not null,
    action       text not null,
    result       text not null,
    figure       numeric(18, 4),
    unit         text,
    resource_id  text,                           -- a file of the library that shows it
    state        text not null check (state in ('FILED', 'CONFIRMED', 'RETURNED', 'WITHDRAWN')),
    filed_at     timestamptz not null,
    due_at       timestamptz not null,
    remind_at    timestamptz not null,
    escalate_at  timestamptz not null,
    rule_version integer not null,               -- of the decision table case-deadlines
    started      boolean not null default false, -- its process runs or ran
    decided_by   text references employee (id),
    decided_at   timestamptz,
    remark       text,
    primary key (case_id, number),
    check (unit is null or figure is not null)
);

-- What has been answered is never written anew: an edit is another version.
create function application_case_version_stays() returns trigger language plpgsql as $$
begin
    raise exception 'version % of case % has been answered', old.number, old.case_id;
end $$;
create trigger application_case_version_stays before update or delete on application_case_version
    for each row when (old.state <> 'FILED') execute function application_case_version_stays();
