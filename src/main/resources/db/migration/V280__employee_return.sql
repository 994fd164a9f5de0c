-- Somebody who had left works here again: the day of leaving is taken from the employee, and stands here.
create table employee_return (
    id          bigint generated always as identity primary key,
    employee_id text not null references employee (id),
    left_on     date not null,
    returned_on date not null,
    noted_by    text references employee (id),   -- null where the product itself did
    noted_at    timestamptz not null
);
create index employee_return_by_employee on employee_return (employee_id);
