-- What the decision lecturer-warning was asked when it opened a talk, and in which version it answered. Notices of before
-- the table stand for two failed months in a row, which was the rule then.
alter table improvement_notice
    add column failed_months    integer not null default 2 check (failed_months >= 1),
    add column shares_planned   integer check (shares_planned >= 0),
    add column lecturer_months  integer check (lecturer_months >= 0),
    add column decision_key     text,
    add column decision_version integer;
