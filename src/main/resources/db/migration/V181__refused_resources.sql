-- A refusal may be about a file of the library, which has no process of its own.
alter table refusal add column resource_id text not null default '';
alter table refusal alter column resource_id drop default;
alter table refusal drop constraint refusal_person_id_hour_channel_action_reason_business_key_t_key;
alter table refusal add constraint refusal_once_an_hour
    unique (person_id, hour, channel, action, reason, business_key, task_id, resource_id);

-- The auditors' list of all refusals, the newest first; of everybody or of one person.
create index refusal_by_time on refusal (last_at desc, id desc);
create index refusal_by_person on refusal (person_id, last_at desc, id desc);

create or replace function refuse_change_of_refusal() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE'
        and new.times > old.times
        and new.last_at >= old.last_at
        and (new.id, new.person_id, new.hour, new.channel, new.action, new.reason, new.business_key, new.task_id,
             new.task, new.resource_id, new.first_at)
            is not distinct from
            (old.id, old.person_id, old.hour, old.channel, old.action, old.reason, old.business_key, old.task_id,
             old.task, old.resource_id, old.first_at)
    then
        return new;
    end if;
    raise exception 'refusals are only added to';
end $$;
