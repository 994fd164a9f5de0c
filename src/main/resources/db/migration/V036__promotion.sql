-- An application for a role that passed the gate; what does not pass is never stored.
create table promotion_application (
    id                  text primary key,
    employee_id         text not null references employee (id),
    target_role         text not null,
    state               text not null check (state in ('OPEN', 'GRANTED', 'REJECTED')),
    submitted_by        text not null,
    submitted_at        timestamptz not null,
    lecturer_months     integer not null,        -- as they were when the gate opened
    excellent_months    integer not null,        -- of the last six
    decision_version    integer not null,        -- of promotion-eligibility
    manager_id          text references employee (id),   -- null: HR decides in the manager's place
    manager_approved    boolean,
    manager_remark      text,
    manager_answered_by text,
    manager_answered_at timestamptz,
    hr_approved         boolean,
    hr_remark           text,
    hr_answered_by      text,
    hr_answered_at      timestamptz,
    decided_at          timestamptz,
    version             bigint not null default 0
);
-- One open application a person and role.
create unique index promotion_application_open on promotion_application (employee_id, target_role)
    where state = 'OPEN';
