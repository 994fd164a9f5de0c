-- The change of the mentee's work metrics that stand for the plan's competencies; null where none can be compared.
alter table evaluation add column work_metric_change numeric(12, 6);

-- What the table coaching-advice told a mentor at an evaluation, and whether it had helped by the next one.
create table mentor_advice (
    id               bigint generated always as identity primary key,
    evaluation_id    text not null references evaluation (id),
    mentorship_id    text not null references mentorship (id),
    mentor_id        text not null references employee (id),
    position         integer not null,           -- in the order of the table's rules
    code             text not null,
    text_zh          text not null,              -- as the table said it then
    text_en          text not null,
    target           text not null check (target in ('hours', 'contacts', 'resources', 'improvement', 'competency', 'specificity')),
    competency       text,                       -- the slowest one, where the advice is about it
    before_value     numeric(12, 6),             -- the figure that the advice is to change
    decision_key     text not null,
    decision_version integer not null,
    decision_id      text not null,
    given_at         timestamptz not null,
    after_value      numeric(12, 6),             -- the same figure at the next evaluation
    helped           text check (helped in ('yes', 'no', 'too early')),
    judged_by        text references evaluation (id),
    unique (evaluation_id, position)
);
create index mentor_advice_by_mentorship on mentor_advice (mentorship_id, given_at);

-- How specific the guidance of an evaluated coaching was: each a share of its guidances, 0 to 1.
create table evaluation_input (
    evaluation_id     text primary key references evaluation (id),
    hours_per_month   numeric(12, 6) not null,
    contacts_per_week numeric(12, 6) not null,
    resources         integer not null,
    slowest           text,                       -- the competency of the plan that came least far
    specificity       numeric(12, 6),             -- mean over the guidances, 0 to 4; null without any
    with_step         numeric(12, 6),
    with_figure       numeric(12, 6),
    with_date         numeric(12, 6),
    with_competency   numeric(12, 6)
);
