-- An entry that was taken back, rejected or withdrawn can be replaced by another one for the same person, period and
-- kind. An entry is replaced at most once, and only when nothing of it stands any more: so at most one entry a person,
-- period and kind stands at any time, whoever writes.
alter table reward_entry
    add column replaces           text unique references reward_entry (id),
    add column basis              text,                  -- JSON: what the decision was asked, and the figures behind it
    add column correction_version integer,               -- of the decision reward-correction; null: no correction
    add constraint reward_entry_reverses_or_replaces check (reversal_of is null or replaces is null);

drop index reward_entry_once;
create unique index reward_entry_once on reward_entry (employee_id, period, kind)
    where reversal_of is null and replaces is null;
create index reward_entry_by_employee on reward_entry (employee_id, period);

-- Withdrawn: no longer due before anything was credited.
alter table reward_step
    drop constraint reward_step_state_check,
    add constraint reward_step_state_check
        check (state in ('TAKEN_UP', 'APPROVED', 'REJECTED', 'WITHDRAWN', 'CREDITED'));
create unique index reward_ended_once on reward_step (reward_id) where state in ('REJECTED', 'WITHDRAWN', 'CREDITED');

create function check_reward_entry() returns trigger language plpgsql as $$
declare
    other reward_entry;
begin
    if new.reversal_of is null and new.replaces is null then
        return new;
    end if;
    select * into other from reward_entry where id = coalesce(new.reversal_of, new.replaces);
    if not found then
        return new;                                      -- the foreign key says it better
    end if;
    if (other.employee_id, other.period, other.kind) is distinct from (new.employee_id, new.period, new.kind)
            or other.reversal_of is not null then
        raise exception 'the reward % belongs to another person, period or kind than %', new.id, other.id
            using errcode = 'check_violation';
    end if;
    if new.reversal_of is not null then
        if new.amount <> -other.amount or new.currency <> other.currency then
            raise exception 'the reward % does not take back exactly %', new.id, other.id
                using errcode = 'check_violation';
        end if;
        if not exists (select 1 from reward_step where reward_id = other.id and state = 'CREDITED') then
            raise exception 'the reward % takes back %, which was never credited', new.id, other.id
                using errcode = 'check_violation';
        end if;
    elsif not exists (select 1 from reward_entry where reversal_of = other.id)
            and not exists (select 1 from reward_step
                            where reward_id = other.id and state in ('REJECTED', 'WITHDRAWN')) then
        raise exception 'the reward % replaces %, which still stands', new.id, other.id
            using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger reward_entry_is_proven before insert on reward_entry
    for each row execute function check_reward_entry();

create function check_reward_step() returns trigger language plpgsql as $$
begin
    if new.state = 'CREDITED'
            and not exists (select 1 from reward_step where reward_id = new.reward_id and state = 'APPROVED') then
        raise exception 'the reward % is credited without approval', new.reward_id using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger reward_step_is_proven before insert on reward_step
    for each row execute function check_reward_step();

create trigger reward_entry_is_not_emptied before truncate on reward_entry
    for each statement execute function refuse_change_of_ledger();
create trigger reward_step_is_not_emptied before truncate on reward_step
    for each statement execute function refuse_change_of_ledger();
