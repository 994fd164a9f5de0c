-- A round may change the plan in force while the coaching goes on under that one.
alter table plan add column changes_plan_id text references plan (id);
alter table plan add column requested_by text references employee (id);   -- who asked for the change
alter table plan add column request text;                                 -- and what should change

-- At most one round of a mentorship is negotiated at a time.
create unique index plan_one_negotiated on plan (mentorship_id) where state = 'NEGOTIATING';

-- What falls due in a period, over the whole company.
create index plan_action_by_due_on on plan_action (due_on);

-- Versions are proof of what two people agreed to: the database itself refuses to rewrite them, whoever asks.
create function plan_refuse_rewriting() returns trigger language plpgsql as $$
begin
    raise exception 'plan versions are immutable: % of % refused', tg_op, tg_table_name
        using errcode = 'restrict_violation';
end $$;

create trigger plan_version_immutable before update or delete on plan_version
    for each row execute function plan_refuse_rewriting();
create trigger plan_goal_immutable before update or delete on plan_goal
    for each row execute function plan_refuse_rewriting();
create trigger plan_answer_immutable before update or delete on plan_answer
    for each row execute function plan_refuse_rewriting();
create trigger plan_action_kept before delete on plan_action
    for each row execute function plan_refuse_rewriting();
-- The one thing that changes: whether the mentee has done it.
create trigger plan_action_immutable before update on plan_action
    for each row when ((old.id, old.goal_id, old.position, old.title, old.due_on)
        is distinct from (new.id, new.goal_id, new.position, new.title, new.due_on))
    execute function plan_refuse_rewriting();

-- Nor does a version grow once somebody has answered it.
create function plan_refuse_growing() returns trigger language plpgsql as $$
declare
    grown bigint;
begin
    if tg_table_name = 'plan_goal' then
        grown := new.plan_version_id;
    else
        select plan_version_id into grown from plan_goal where id = new.goal_id;
    end if;
    if exists (select 1 from plan_answer where plan_version_id = grown) then
        raise exception 'plan versions are immutable: insert into % refused', tg_table_name
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;

create trigger plan_goal_complete before insert on plan_goal
    for each row execute function plan_refuse_growing();
create trigger plan_action_complete before insert on plan_action
    for each row execute function plan_refuse_growing();
