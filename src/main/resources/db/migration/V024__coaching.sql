-- The coaching under one confirmed plan.
create table coaching_case (
    id            text primary key,
    mentorship_id text not null references mentorship (id),
    plan_id       text not null references plan (id),
    mentee_id     text not null references employee (id),
    mentor_id     text not null references employee (id),
    started_on    date not null,
    ends_on       date not null,          -- the plan's last day
    ended_at      timestamptz,
    version       bigint not null
);
create index coaching_case_by_mentorship on coaching_case (mentorship_id, started_on);
-- One coaching at a time.
create unique index coaching_case_open_once on coaching_case (mentorship_id) where ended_at is null;

-- What the mentor owes, one row a kind and period; what was missed stays visible.
create table duty (
    id               bigint generated always as identity primary key,
    coaching_id      text not null references coaching_case (id),
    kind             text not null check (kind in ('deep-guidance', 'ability-evaluation', 'experience-sharing')),
    period_start     date not null,
    due_on           date not null,       -- last day of the period
    opens_at         timestamptz not null,
    remind_at        timestamptz not null,
    due_at           timestamptz not null,
    escalate_at      timestamptz not null,
    done_at          timestamptz,
    missed_at        timestamptz,
    reminded_at      timestamptz,
    escalated_at     timestamptz,
    decision_version integer not null,    -- of duty-cadence, which gave the period and the deadlines
    decision_id      text not null,
    unique (coaching_id, kind, period_start),
    check (period_start <= due_on),
    check (done_at is null or missed_at is null)
);

create table guidance (
    id          bigint generated always as identity primary key,
    coaching_id text not null references coaching_case (id),
    duty_id     bigint references duty (id),     -- the duty it counts for
    topic       text not null,
    question    text not null,
    advice      text not null,
    minutes     integer not null check (minutes between 1 and 600),
    method      text not null check (method in ('in-person', 'video', 'phone', 'chat')),
    held_on     date not null,
    given_by    text not null references employee (id),
    recorded_at timestamptz not null
);
create index guidance_by_coaching on guidance (coaching_id, held_on);

create table ability_evaluation (
    id           bigint generated always as identity primary key,
    coaching_id  text not null references coaching_case (id),
    duty_id      bigint references duty (id),
    direction    text not null,
    given_by     text not null references employee (id),
    evaluated_at timestamptz not null
);
create index ability_evaluation_by_coaching on ability_evaluation (coaching_id);

create table ability_evaluation_level (
    ability_evaluation_id bigint not null references ability_evaluation (id),
    competency            text not null,
    level                 numeric(4, 2) not null check (level between 0 and 5),
    primary key (ability_evaluation_id, competency)
);

-- Experience shared as a case: the seed of the case library.
create table shared_experience (
    id          bigint generated always as identity primary key,
    coaching_id text not null references coaching_case (id),
    duty_id     bigint references duty (id),
    title       text not null,
    situation   text not null,
    method      text not null,
    steps       text not null,
    effect      text not null,
    given_by    text not null references employee (id),
    recorded_at timestamptz not null
);
create index shared_experience_by_coaching on shared_experience (coaching_id);
