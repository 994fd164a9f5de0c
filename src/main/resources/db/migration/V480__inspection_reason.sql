-- Why somebody looks into a file that is not shared with him or her: given once a day, not in every address.
create table inspection_reason (
    id          bigint generated always as identity primary key,
    resource_id text not null references resource (id),
    employee_id text not null references employee (id),
    reason      text not null,
    given_at    timestamptz not null
);
create index inspection_reason_of_reader on inspection_reason (resource_id, employee_id, given_at);
