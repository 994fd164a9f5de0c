-- A password of somebody's own, hashed. Nobody has one until it is set; see LoginRules for the demo.
create table credential (
    employee_id text primary key references employee (id),
    password    text not null,            -- '{bcrypt}$2a$…'
    changed_at  timestamptz not null
);
