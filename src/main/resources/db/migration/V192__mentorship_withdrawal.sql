-- HR has taken back a mentorship that was looking for a mentor.
create table mentorship_withdrawal (
    mentorship_id text primary key references mentorship (id),
    reason        text not null,
    withdrawn_by  text not null references employee (id),
    withdrawn_at  timestamptz not null
);
