-- The chain of hashes over everything that happens in the ledger: see docs/ledger.md, which writes the form of the
-- payload down byte for byte.
create table ledger_chain (
    seq     bigint primary key,                          -- 1, 2, 3, … without a gap
    source  text not null check (source in ('entry', 'step', 'payroll')),
    row_key text not null,                               -- of the row in that table
    payload text not null,
    hash    char(64) not null,                           -- SHA-256 of the hash before and the payload, as hex
    unique (source, row_key)
);

create function ledger_field(name text, value text) returns text language sql immutable as $$
    select case when value is null then '' else '|' || name || '='
        || replace(replace(replace(replace(value, '\', '\\'), '|', '\p'), chr(10), '\n'), chr(13), '\r') end
$$;

create function ledger_instant(at timestamptz) returns text language sql stable as $$
    select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
$$;

create function reward_entry_payload(e reward_entry) returns text language sql stable as $$
    select 'entry' || ledger_field('id', e.id) || ledger_field('employee', e.employee_id)
        || ledger_field('period', e.period) || ledger_field('kind', e.kind)
        || ledger_field('amount', e.amount::text) || ledger_field('currency', e.currency)
        || ledger_field('decision', e.decision_key) || ledger_field('version', e.decision_version::text)
        || ledger_field('basis', e.basis) || ledger_field('reversalOf', e.reversal_of)
        || ledger_field('replaces', e.replaces) || ledger_field('correction', e.correction_version::text)
        || ledger_field('reason', e.reason) || ledger_field('by', e.entered_by)
        || ledger_field('at', ledger_instant(e.entered_at))
$$;

create function reward_step_payload(s reward_step) returns text language sql stable as $$
    select 'step' || ledger_field('entry', s.reward_id) || ledger_field('state', s.state)
        || ledger_field('by', s.by_person) || ledger_field('remark', s.remark)
        || ledger_field('at', ledger_instant(s.at))
$$;

-- One writer at a time, until the end of the transaction. Taken when a transaction commits and therefore last; only
-- the closing of a payroll month takes it first.
create function ledger_lock() returns void language sql as $$
    select pg_advisory_xact_lock(7240001)
$$;

create function append_to_chain(new_source text, new_key text, new_payload text) returns void language plpgsql as $$
declare
    head ledger_chain;
begin
    perform ledger_lock();
    -- A statement of its own: it sees what the one before in the queue has committed.
    select * into head from ledger_chain order by seq desc limit 1;
    insert into ledger_chain (seq, source, row_key, payload, hash)
    values (coalesce(head.seq, 0) + 1, new_source, new_key, new_payload,
        encode(sha256(convert_to(coalesce(head.hash, repeat('0', 64)) || new_payload, 'UTF8')), 'hex'));
end $$;

-- What is there already, in the order in which it happened.
do $$
declare
    happened record;
begin
    for happened in
        select * from (
            select entered_at as at, 1 as rank, 'entry' as source, id as row_key, reward_entry_payload(e) as payload
            from reward_entry e
            union all
            select at, case state when 'TAKEN_UP' then 2 when 'CREDITED' then 4 else 3 end, 'step',
                reward_id || '/' || state, reward_step_payload(s)
            from reward_step s) as all_of_it
        order by at, rank, row_key
    loop
        perform append_to_chain(happened.source, happened.row_key, happened.payload);
    end loop;
end $$;

create function chain_reward_entry() returns trigger language plpgsql as $$
begin
    perform append_to_chain('entry', new.id, reward_entry_payload(new));
    return null;
end $$;
create function chain_reward_step() returns trigger language plpgsql as $$
begin
    perform append_to_chain('step', new.reward_id || '/' || new.state, reward_step_payload(new));
    return null;
end $$;

-- At the commit: whoever holds the lock waits for nobody any more, so that nothing can lock in a circle.
create constraint trigger reward_entry_is_chained after insert on reward_entry
    deferrable initially deferred for each row execute function chain_reward_entry();
create constraint trigger reward_step_is_chained after insert on reward_step
    deferrable initially deferred for each row execute function chain_reward_step();

create function refuse_strange_link() returns trigger language plpgsql as $$
begin
    if pg_trigger_depth() < 2 then
        raise exception 'the chain is written by the ledger itself';
    end if;
    return new;
end $$;
create trigger ledger_chain_grows_by_itself before insert on ledger_chain
    for each row execute function refuse_strange_link();
create trigger ledger_chain_is_append_only before update or delete on ledger_chain
    for each row execute function refuse_change_of_ledger();
create trigger ledger_chain_is_not_emptied before truncate on ledger_chain
    for each statement execute function refuse_change_of_ledger();
