-- How one round of coaching is judged by both sides, and what follows.
create table evaluation (
    id                    text primary key,
    mentorship_id         text not null references mentorship (id),
    plan_id               text not null references plan (id),
    mentee_id             text not null references employee (id),
    mentor_id             text not null references employee (id),
    opened_at             timestamptz not null,
    self_satisfaction     integer check (self_satisfaction between 1 and 5),
    self_comment          text,
    self_at               timestamptz,
    growth_satisfaction   integer check (growth_satisfaction between 1 and 5),
    growth_at             timestamptz,
    mentee_recommendation text check (mentee_recommendation in ('none', 'rematch')),
    mentor_recommendation text check (mentor_recommendation in ('graduate', 'continue', 'rematch')),
    gap_closed            numeric(12, 6),
    improvement_rate      numeric(12, 6),
    compared_at           timestamptz,
    decision_key          text,           -- the table that answered, in which version
    decision_version      integer,
    decision_id           text,
    decision_answer       text,           -- what it answered, 'ask HR' too
    next_step             text check (next_step in ('graduate', 'continue', 'rematch')),
    decided_by            text references employee (id),   -- null where the table decided
    decided_at            timestamptz,
    version               bigint not null
);
create index evaluation_by_mentorship on evaluation (mentorship_id, opened_at);
create unique index evaluation_open_once on evaluation (mentorship_id) where decided_at is null;

-- BEFORE and AFTER are the compared levels of the plan's competencies; SELF is seen by the mentee and HR alone.
create table evaluation_level (
    evaluation_id text not null references evaluation (id),
    kind          text not null check (kind in ('SELF', 'GROWTH', 'BEFORE', 'AFTER', 'TARGET')),
    competency    text not null,
    level         numeric(4, 2) not null check (level between 0 and 5),
    primary key (evaluation_id, kind, competency)
);
