-- Who is who. Ids are the company's own; a person's id is the login name.
create table employee (
    id              text primary key,
    name            text not null,
    email           text,
    department      text not null,
    job             text not null,
    manager_id      text references employee (id) deferrable initially deferred,
    hired_on        date not null,
    locale          text not null,
    time_zone       text not null,
    region          text not null,
    preferred_style text,
    learner_type    text,
    left_on         date,
    version         bigint not null default 0
);
create index employee_by_manager on employee (manager_id);
create index employee_by_department on employee (department);

-- Roles given by hand; all others follow the tables.
create table employee_role (
    employee_id text not null references employee (id),
    role        text not null check (role in ('hr', 'process-owner', 'auditor', 'camunda-admin')),
    primary key (employee_id, role)
);

-- What a job asks for.
create table job_competency (
    job            text not null,
    competency     text not null,
    required_level numeric(4, 2) not null check (required_level between 0 and 5),
    weight         numeric(8, 4) not null check (weight > 0),
    primary key (job, competency)
);

-- Levels over time; the latest per competency counts, and of one day the one recorded last.
create table assessment (
    id          bigint generated always as identity primary key,
    employee_id text not null references employee (id),
    competency  text not null,
    level       numeric(4, 2) not null check (level between 0 and 5),
    assessed_on date not null,
    source      text not null,           -- 'import', 'self', 'mentor'
    recorded_at timestamptz not null
);
create index assessment_latest on assessment (employee_id, competency, assessed_on desc, id desc);
create unique index assessment_imported on assessment (employee_id, competency, assessed_on) where source = 'import';

create table work_metric (
    employee_id text not null references employee (id),
    period      char(7) not null,
    metric      text not null,
    value       numeric(18, 4) not null,
    target      numeric(18, 4) not null,
    better      text not null check (better in ('higher', 'lower')),
    competency  text,
    primary key (employee_id, period, metric)
);

create table mentor (
    employee_id  text primary key references employee (id),
    capacity     integer not null check (capacity >= 0),
    style        text not null,
    introduction text,
    version      bigint not null default 0
);

create table mentor_expertise (
    employee_id text not null references employee (id),
    competency  text not null,
    level       numeric(4, 2) not null check (level between 0 and 5),
    years       numeric(5, 2) not null check (years >= 0),
    primary key (employee_id, competency)
);

create table lecturer (
    employee_id    text primary key references employee (id),
    lecturer_group text not null,
    since          date not null,
    topics         text not null default '',   -- separated by ';'
    version        bigint not null default 0
);
