-- A confirmed month is corrected by a further revision that says why; what was confirmed before stays as it was.
create table month_correction (
    id           text primary key,
    period       char(7) not null,
    number       integer not null check (number >= 1),   -- within its period
    state        text not null check (state in ('OPEN', 'NOTHING', 'CONFIRMED', 'REFUSED', 'LAPSED')),
    -- confirmed: by the tables in the versions that the month was confirmed with; current: by today's
    rules        text not null check (rules in ('confirmed', 'current')),
    reason       text not null,
    requested_by text,                                   -- null: the application itself
    requested_at timestamptz not null,
    computed_at  timestamptz,
    decided_by   text,                                   -- null while open, or nobody answered
    decided_at   timestamptz,
    remark       text,
    version      bigint not null default 0,
    unique (period, number)
);
-- One at a time, so that nobody confirms figures that another correction has overtaken.
create unique index month_correction_open on month_correction (period) where state = 'OPEN';

create function refuse_closed_correction() returns trigger language plpgsql as $$
begin
    if tg_op = 'TRUNCATE' or old.state <> 'OPEN' or tg_op = 'DELETE' then
        raise exception 'corrections are kept as they were decided: % on month_correction', tg_op;
    end if;
    return new;
end $$;
create trigger month_correction_is_kept before update or delete on month_correction
    for each row execute function refuse_closed_correction();
create trigger month_correction_is_not_emptied before truncate on month_correction
    for each statement execute function refuse_closed_correction();

alter table lecturer_month rename to month_result;
alter table month_result
    add column revision      integer not null default 0 check (revision >= 0),  -- 0: as the review confirmed it
    add column correction_id text references month_correction (id),
    add constraint month_result_of_review_or_correction check ((revision = 0) = (correction_id is null));
alter table month_result drop constraint lecturer_month_pkey;
alter table month_result add primary key (period, lecturer_id, revision);
create index month_result_by_correction on month_result (correction_id) where correction_id is not null;
alter trigger lecturer_month_is_frozen on month_result rename to month_result_is_frozen;

create function refuse_emptying_months() returns trigger language plpgsql as $$
begin
    raise exception 'the confirmed months are append-only: TRUNCATE on month_result';
end $$;
create trigger month_result_is_not_emptied before truncate on month_result
    for each statement execute function refuse_emptying_months();

-- What counts: the newest confirmed revision of a month, or the draft of its first review.
create view lecturer_month as
select period, lecturer_id, review_id, department, lecturer_group, held, on_time, ratings, rating_sum, raters, reuses,
       target_shares, target_minutes, target_reuse, target_raters, targets_version, weight_shares, weight_rating,
       weight_reuse, weight_timeliness, weights_version, score, grade, grade_version, rating_rank, reuse_rank,
       department_rank, trace, confirmed_at
from month_result m
where (revision = 0 or confirmed_at is not null)
  and not exists (select 1 from month_result newer
                  where newer.period = m.period and newer.lecturer_id = m.lecturer_id
                    and newer.revision > m.revision and newer.confirmed_at is not null);
