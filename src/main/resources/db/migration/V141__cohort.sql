-- Many mentees whom HR brings into the loop at once.
create table cohort (
    id                 text primary key,
    name               text not null,
    state              text not null check (state in ('STARTING', 'MATCHING', 'ASSIGNED')),
    size               integer not null,
    unanswered         integer not null,       -- who has neither chosen nor left it to the system nor fallen out
    created_by         text not null,
    created_at         timestamptz not null,
    opened_at          timestamptz,            -- when its process took it up; once
    choosing_since     timestamptz,            -- when the last mentorship was started
    assigned_at        timestamptz,
    in_assignment      integer,                -- mentees whom the assignment was about
    blocking_pairs     integer,                -- counted after the assignment, by another algorithm than the one that made it
    first_blocking     text                    -- JSON array of the first few, "mentee mentor"
);
create index cohort_newest on cohort (created_at desc);

create table cohort_member (
    cohort_id     text not null references cohort (id),
    mentee_id     text not null references employee (id),
    mentorship_id text not null unique,        -- given beforehand; the mentorship exists from started_at on
    started_at    timestamptz,
    skipped       text,                        -- message code: why no mentorship was started
    answered_at   timestamptz,
    told_at       timestamptz,                 -- when the assignment reached the mentorship
    primary key (cohort_id, mentee_id)
);
create index cohort_member_to_start on cohort_member (cohort_id) where started_at is null and skipped is null;
create index cohort_member_to_tell on cohort_member (cohort_id) where told_at is null;

-- The mentors whom the cohort's shortlists could show, as they stood then.
create table cohort_mentor (
    cohort_id   text not null references cohort (id),
    mentor_id   text not null references employee (id),
    capacity    integer not null,
    load_before integer not null,              -- open pairings and places held for others
    shown       integer not null,              -- on how many of the cohort's shortlists
    primary key (cohort_id, mentor_id)
);
