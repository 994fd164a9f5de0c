-- A month whose payroll was handed over, with the very bytes that were, and what stood in it.
create table payroll_month (
    period      char(7) primary key,
    closed_at   timestamptz not null,
    closed_by   text not null,
    lines       integer not null check (lines > 0),
    file        bytea not null,
    file_sha256 char(64) not null check (file_sha256 = encode(sha256(file), 'hex')),
    head_seq    bigint not null,                         -- the end of the chain when it was closed
    head_hash   char(64) not null
);

-- An entry is paid once, whoever exports whichever month: the entry alone is the key.
create table payroll_line (
    reward_id text primary key references reward_entry (id),
    period    char(7) not null references payroll_month (period) deferrable initially deferred,
    position  integer not null,
    unique (period, position)
);

create function payroll_takes_turns() returns trigger language plpgsql as $$
begin
    perform ledger_lock();
    return null;
end $$;
create trigger payroll_month_takes_turns before insert on payroll_month
    for each statement execute function payroll_takes_turns();
create trigger payroll_line_takes_turns before insert on payroll_line
    for each statement execute function payroll_takes_turns();

-- Lines come first, the month closes over them: nothing is added to a closed one.
create function check_payroll_line() returns trigger language plpgsql as $$
begin
    if exists (select 1 from payroll_month where period = new.period) then
        raise exception 'the payroll month % is closed', new.period using errcode = 'check_violation';
    end if;
    if not exists (select 1 from reward_entry e join reward_step s on s.reward_id = e.id and s.state = 'CREDITED'
                   where e.id = new.reward_id and e.amount <> 0 and e.period <= new.period) then
        raise exception 'the reward % cannot be paid in %', new.reward_id, new.period
            using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger payroll_line_is_proven before insert on payroll_line
    for each row execute function check_payroll_line();

create function check_payroll_month() returns trigger language plpgsql as $$
begin
    if new.lines <> (select count(*) from payroll_line where period = new.period) then
        raise exception 'the payroll month % does not have % lines', new.period, new.lines
            using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger payroll_month_is_proven before insert on payroll_month
    for each row execute function check_payroll_month();

create function payroll_month_payload(m payroll_month) returns text language sql stable as $$
    select 'payroll' || ledger_field('month', m.period) || ledger_field('lines', m.lines::text)
        || ledger_field('file', m.file_sha256)
        || ledger_field('entries', (select encode(sha256(convert_to(
                string_agg(l.reward_id || chr(10), '' order by l.position), 'UTF8')), 'hex')
            from payroll_line l where l.period = m.period))
        || ledger_field('head', m.head_seq || ':' || m.head_hash)
        || ledger_field('by', m.closed_by) || ledger_field('at', ledger_instant(m.closed_at))
$$;

create function chain_payroll_month() returns trigger language plpgsql as $$
begin
    perform append_to_chain('payroll', new.period, payroll_month_payload(new));
    return null;
end $$;
create constraint trigger payroll_month_is_chained after insert on payroll_month
    deferrable initially deferred for each row execute function chain_payroll_month();

create trigger payroll_month_is_append_only before update or delete on payroll_month
    for each row execute function refuse_change_of_ledger();
create trigger payroll_line_is_append_only before update or delete on payroll_line
    for each row execute function refuse_change_of_ledger();
create trigger payroll_month_is_not_emptied before truncate on payroll_month
    for each statement execute function refuse_change_of_ledger();
create trigger payroll_line_is_not_emptied before truncate on payroll_line
    for each statement execute function refuse_change_of_ledger();
