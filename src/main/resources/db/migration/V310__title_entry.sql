-- Titles won, lost, taken back and given back: only added to. A correction of a month never touches an entry; it adds one
-- that names the correction.
create table title_entry (
    id                     bigint generated always as identity primary key,
    lecturer_id            text not null references employee (id),
    title                  text not null,
    kind                   text not null check (kind in ('won', 'lost', 'withdrawn', 'restored')),
    period                 char(7) not null,          -- the month from which it holds
    decision_key           text not null,
    decision_version       integer not null,
    -- what the decision was asked with; null for entries older than this table
    excellent_in_a_row     integer,
    failed_in_a_row        integer,
    months_since_excellent integer,
    correction_id          text,                      -- the correction that brought it about; null: a confirmed month
    reason                 text,                      -- why that correction was made
    decided_at             timestamptz not null,
    check ((correction_id is null) = (reason is null))
);
create index title_entry_by_lecturer on title_entry (lecturer_id, id);

insert into title_entry (lecturer_id, title, kind, period, decision_key, decision_version, decided_at)
select lecturer_id, title, kind, period, 'lecturer-title', version, at
from (select id, lecturer_id, title, 'won' as kind, won_period as period, won_version as version, won_at as at
      from lecturer_title
      union all
      select id, lecturer_id, title, 'lost', lost_period, lost_version, lost_at
      from lecturer_title where lost_at is not null) old
order by at, id, kind desc;

drop table lecturer_title;

create function refuse_changed_title() returns trigger language plpgsql as $$
begin
    raise exception 'titles are append-only: % on title_entry', tg_op;
end $$;
create trigger title_entry_is_kept before update or delete on title_entry
    for each row execute function refuse_changed_title();
create trigger title_entry_is_not_emptied before truncate on title_entry
    for each statement execute function refuse_changed_title();

-- Each title as somebody held it, with what ended it.
create view lecturer_title as
select won.lecturer_id, won.title, won.period as won_period, won.decision_version as won_version,
       won.decided_at as won_at, ended.period as lost_period, ended.decision_version as lost_version,
       ended.decided_at as lost_at
from title_entry won
left join lateral (select * from title_entry later
                   where later.lecturer_id = won.lecturer_id and later.id > won.id
                     and later.kind in ('lost', 'withdrawn')
                   order by later.id limit 1) ended on true
where won.kind in ('won', 'restored');
