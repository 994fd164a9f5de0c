-- One round of agreeing on a development plan; a mentorship that goes on after its evaluation gets another round.
create table plan (
    id               text primary key,
    mentorship_id    text not null references mentorship (id),
    round            integer not null check (round >= 1),
    mentee_id        text not null references employee (id),
    mentor_id        text not null references employee (id),
    state            text not null check (state in ('NEGOTIATING', 'CONFIRMED', 'STOPPED')),
    needs            text,
    needs_stated_at  timestamptz,
    opened_at        timestamptz not null,
    concluded_at     timestamptz,
    version          bigint not null,
    unique (mentorship_id, round)
);

-- What the mentor proposed, never changed afterwards: both sides confirm one and the same version.
create table plan_version (
    id                 bigint generated always as identity primary key,
    plan_id            text not null references plan (id),
    mentorship_id      text not null references mentorship (id),
    version            integer not null check (version >= 1),     -- counts on over the rounds of a mentorship
    sessions_per_month integer not null check (sessions_per_month between 1 and 31),
    end_on             date not null,
    content_hash       char(64) not null,                         -- SHA-256 over goals, actions, cadence and end
    created_by         text not null references employee (id),
    created_at         timestamptz not null,
    unique (mentorship_id, version)
);
create index plan_version_by_plan on plan_version (plan_id, version);

create table plan_goal (
    id              bigint generated always as identity primary key,
    plan_version_id bigint not null references plan_version (id),
    position        integer not null,
    competency      text not null,
    target_level    numeric(4, 2) not null check (target_level between 0 and 5),
    unique (plan_version_id, competency),
    unique (plan_version_id, position)
);

create table plan_action (
    id       bigint generated always as identity primary key,
    goal_id  bigint not null references plan_goal (id),
    position integer not null,
    title    text not null,
    due_on   date not null,
    done_on  date,                        -- said by the mentee alone
    unique (goal_id, position)
);

-- What each side said about a version, with the hash of what it saw.
create table plan_answer (
    plan_version_id bigint not null references plan_version (id),
    side            text not null check (side in ('MENTEE', 'MENTOR')),
    person_id       text not null references employee (id),
    agreed          boolean not null,
    change_request  text,
    content_hash    char(64) not null,
    answered_at     timestamptz not null,
    primary key (plan_version_id, side),
    check (agreed or change_request is not null)
);

-- HR's word after too many versions.
create table plan_mediation (
    id          bigint generated always as identity primary key,
    plan_id     text not null references plan (id),
    outcome     text not null check (outcome in ('CONTINUE', 'STOP')),
    decided_by  text references employee (id),
    decided_at  timestamptz not null
);
create index plan_mediation_by_plan on plan_mediation (plan_id);

-- Where the mentee stood when the plan was confirmed: the "before" of every later comparison.
create table plan_level (
    plan_id      text not null references plan (id),
    competency   text not null,
    level        numeric(4, 2) not null check (level between 0 and 5),
    target_level numeric(4, 2) not null check (target_level between 0 and 5),
    primary key (plan_id, competency)
);
