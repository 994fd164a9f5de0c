-- What was certified. Issued once for each winning of a title and each reward that is a certificate, and never changed:
-- what became of it stands in the history of titles and in the ledger.
create table certificate (
    number           text primary key check (number ~ '^[0-9A-HJKMNP-TV-Z]{16}$'),
    employee_id      text not null references employee (id),
    holder           text not null,                      -- the name at that time
    issuer           text not null,                      -- as configured at that time
    kind             text not null check (kind in ('TITLE', 'AWARD')),
    honour           text not null,
    period           char(7) not null,
    decision_key     text not null,
    decision_version integer not null,
    title_entry_id   bigint unique,                      -- of title_entry, from which nothing is ever deleted
    reward_id        text unique,                        -- of reward_entry, likewise
    issued_at        timestamptz not null,
    check ((kind = 'TITLE') = (title_entry_id is not null)),
    check ((kind = 'AWARD') = (reward_id is not null))
);
create index certificate_by_employee on certificate (employee_id, issued_at desc);

create function refuse_changed_certificate() returns trigger language plpgsql as $$
begin
    raise exception 'certificates are not changed: % on certificate', tg_op;
end $$;
create trigger certificate_is_kept before update or delete on certificate
    for each row execute function refuse_changed_certificate();
create trigger certificate_table_is_not_emptied before truncate on certificate
    for each statement execute function refuse_changed_certificate();

-- Certificates are looked for among few: the winnings of titles, and the rewards without money.
create index title_entry_won on title_entry (id) where kind = 'won';
create index reward_entry_certificate on reward_entry (id) where amount = 0 and reversal_of is null;

-- Each certificate with the moment from which it may no longer be relied upon: a correction took the title back, before it
-- was won anew, or the award was taken back. A title that is lost later by lesser months was won all the same.
create view certificate_standing as
select c.*, coalesce(title.at, award.at) as withdrawn_at
from certificate c
left join lateral (select e.decided_at as at from title_entry e
                   where c.title_entry_id is not null and e.id = (
                             select min(next.id) from title_entry next
                             where next.lecturer_id = c.employee_id and next.title = c.honour
                               and next.id > c.title_entry_id and next.kind in ('won', 'withdrawn'))
                     and e.kind = 'withdrawn') title on true
left join lateral (select r.entered_at as at from reward_entry r
                   where c.reward_id is not null and r.reversal_of = c.reward_id) award on true;
