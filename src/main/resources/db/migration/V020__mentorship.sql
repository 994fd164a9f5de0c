-- One mentee's way through the loop; the mentor changes on a rematch, the row stays.
create table mentorship (
    id         text primary key,
    mentee_id  text not null references employee (id),
    mentor_id  text references employee (id),   -- null while nobody is found
    state      text not null check (state in ('MATCHING', 'PLANNING', 'COACHING', 'EVALUATING', 'GRADUATED', 'STOPPED')),
    started_at timestamptz not null,
    ended_at   timestamptz,
    version    bigint not null
);
-- Nobody is in two mentorships at once, however fast two requests come.
create unique index mentorship_open_once on mentorship (mentee_id) where ended_at is null;
create index mentorship_by_mentee on mentorship (mentee_id);
create index mentorship_by_mentor on mentorship (mentor_id);

-- Who mentored whom from when to when, and how it ended. An open row takes a place of the mentor.
create table pairing (
    id            bigint generated always as identity primary key,
    mentorship_id text not null references mentorship (id),
    mentor_id     text not null references employee (id),
    mentee_job    text not null,                -- as it was then; experience with a job is not lost by a promotion
    started_at    timestamptz not null,
    ended_at      timestamptz,
    outcome       text check (outcome in ('GRADUATED', 'REMATCHED', 'STOPPED')),
    check ((ended_at is null) = (outcome is null))
);
create unique index pairing_open_once on pairing (mentorship_id) where ended_at is null;
create index pairing_open_by_mentor on pairing (mentor_id) where ended_at is null;
create index pairing_graduated on pairing (mentee_job, mentor_id) where outcome = 'GRADUATED';

-- What mentees said of their mentors, one row a self-evaluation.
create table mentor_mark (
    id            bigint generated always as identity primary key,
    mentor_id     text not null references employee (id),
    mentorship_id text not null references mentorship (id),
    mark          integer not null check (mark between 1 and 5),
    given_at      timestamptz not null
);
create index mentor_mark_by_mentor on mentor_mark (mentor_id);

-- One round of matching: what was recommended, how it was chosen, until somebody is paired or HR has decided.
create table shortlist (
    id                     bigint generated always as identity primary key,
    mentorship_id          text not null references mentorship (id),
    made_at                timestamptz not null,
    closed_at              timestamptz,         -- while null it counts against the exposure limit
    choice                 text check (choice in ('MENTEE', 'AUTO', 'SILENCE', 'HR')),
    chosen_mentor_id       text references employee (id),
    choice_reason          text,                -- in the words of who chose
    weights_version        integer not null,    -- of the decision match-weights
    weights_definition     text not null,
    eligibility_version    integer,             -- of the decision mentor-eligibility; null where there was nobody to ask about
    eligibility_definition text
);
create unique index shortlist_open_once on shortlist (mentorship_id) where closed_at is null;

-- The recommended mentors in order, with every figure that put them there.
create table shortlist_entry (
    shortlist_id bigint not null references shortlist (id),
    rank         integer not null check (rank >= 1),
    mentor_id    text not null references employee (id),
    score        numeric(7, 6) not null,
    expertise    numeric(7, 6) not null,
    experience   numeric(7, 6) not null,
    style        numeric(7, 6) not null,
    rating       numeric(7, 6) not null,
    reasons      text not null,                 -- JSON: message codes and arguments, spoken in the reader's language
    state        text not null check (state in ('SHOWN', 'ASKED', 'ACCEPTED', 'DECLINED', 'SILENT', 'UNAVAILABLE')),
    asked_at     timestamptz,
    answered_at  timestamptz,
    answer       text,                          -- the mentor's own words, where he gave some
    primary key (shortlist_id, rank),
    unique (shortlist_id, mentor_id)
);
create index shortlist_entry_by_mentor on shortlist_entry (mentor_id);
