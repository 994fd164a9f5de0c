-- A shortlist that was made for a cohort waits for the cohort's assignment unless the mentee chooses a mentor.
alter table shortlist
    add column cohort_id text,             -- null: on its own
    add column assigned_at timestamptz;    -- when the cohort's assignment settled whom to ask first
create index shortlist_by_cohort on shortlist (cohort_id) where cohort_id is not null;

-- held: the assignment keeps a place of this mentor until the question to him is answered.
alter table shortlist_entry
    add column held boolean not null default false,
    add column preference_rank integer;    -- position in the mentee's order over all eligible mentors, from 1
create index shortlist_entry_held on shortlist_entry (mentor_id) where held and state in ('SHOWN', 'ASKED');
create index shortlist_entry_asked on shortlist_entry (mentor_id) where state = 'ASKED';

-- Shortlists of a whole cohort, made at once before its mentorships start; a row leaves when its mentorship opens it.
-- They count against the exposure limit like open ones.
create table prepared_shortlist (
    mentorship_id          text primary key,
    cohort_id              text not null,
    made_at                timestamptz not null,
    weights_version        integer not null,
    weights_definition     text not null,
    eligibility_version    integer,
    eligibility_definition text
);
create table prepared_entry (
    mentorship_id   text not null references prepared_shortlist (mentorship_id) on delete cascade,
    rank            integer not null check (rank >= 1),
    mentor_id       text not null references employee (id),
    score           numeric(7, 6) not null,
    expertise       numeric(7, 6) not null,
    experience      numeric(7, 6) not null,
    style           numeric(7, 6) not null,
    rating          numeric(7, 6) not null,
    reasons         text not null,
    preference_rank integer not null,
    primary key (mentorship_id, rank)
);
create index prepared_entry_by_mentor on prepared_entry (mentor_id);
