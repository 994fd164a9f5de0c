-- The ledger. Entries are never changed and never deleted: a mistake is answered by an entry that reverses it.
create table reward_entry (
    id               text primary key,
    employee_id      text not null references employee (id),
    period           char(7) not null,
    kind             text not null,
    amount           numeric(12, 2) not null,            -- 0 for a certificate, negative for a reversal
    currency         char(3) not null,
    decision_key     text not null,
    decision_version integer not null,
    reversal_of      text unique references reward_entry (id),
    reason           text,                               -- of a reversal
    entered_by       text,      -- of a reversal; null: by the monthly review
    entered_at       timestamptz not null
);
-- Exactly once: one reward of a kind a person and month, whoever computes it and however often.
create unique index reward_entry_once on reward_entry (employee_id, period, kind) where reversal_of is null;
create index reward_entry_by_period on reward_entry (period);

-- What became of an entry; each step once, and never both approved and rejected.
create table reward_step (
    reward_id text not null references reward_entry (id),
    state     text not null check (state in ('TAKEN_UP', 'APPROVED', 'REJECTED', 'CREDITED')),
    at        timestamptz not null,
    by_person text,             -- null: by rule
    remark    text,
    primary key (reward_id, state)
);
create unique index reward_decided_once on reward_step (reward_id) where state in ('APPROVED', 'REJECTED');

create function refuse_change_of_ledger() returns trigger language plpgsql as $$
begin
    raise exception 'the ledger is append-only: % on %', tg_op, tg_table_name;
end $$;
create trigger reward_entry_is_append_only before update or delete on reward_entry
    for each row execute function refuse_change_of_ledger();
create trigger reward_step_is_append_only before update or delete on reward_step
    for each row execute function refuse_change_of_ledger();
