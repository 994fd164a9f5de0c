-- The adjusted means of a confirmed month as a correction computed them anew: beside those of the review, which stay.
-- They count from the moment the correction is carried out; a later correction's take their place.
create table fair_revision (
    correction_id text primary key references month_correction (id),
    period        char(7) not null references fair_month (period),
    number        integer not null,                  -- of the correction within its period
    method        text not null,
    confirmed_at  timestamptz                        -- null: a draft
);
create index fair_revision_by_period on fair_revision (period);

create table fair_revision_score (
    correction_id text not null references fair_revision (correction_id),
    lecturer_id   text not null references employee (id),
    mean          numeric(8, 6) not null,
    low           numeric(8, 6) not null,
    high          numeric(8, 6) not null,
    raw_mean      numeric(8, 6) not null,
    leniency      numeric(8, 6) not null,
    raters        integer not null,
    primary key (correction_id, lecturer_id)
);

create function refuse_frozen_fair_revision() returns trigger language plpgsql as $$
begin
    if exists (select 1 from fair_revision
               where correction_id = old.correction_id and confirmed_at is not null) then
        raise exception 'the fair scores of the correction % are frozen', old.correction_id;
    end if;
    if tg_op = 'DELETE' then
        return old;
    end if;
    return new;
end $$;
create trigger fair_revision_is_frozen before update or delete on fair_revision
    for each row execute function refuse_frozen_fair_revision();
create trigger fair_revision_score_is_frozen before update or delete on fair_revision_score
    for each row execute function refuse_frozen_fair_revision();

-- What counts: the newest confirmed revision of a month as a whole, else what its review computed.
create view counting_fair_score as
select s.period, s.lecturer_id, s.mean, s.low, s.high, s.raw_mean, s.leniency, s.raters, m.method, m.interval_level,
       m.minimum_raters, m.confirmed_at
from fair_score s join fair_month m on m.period = s.period
where not exists (select 1 from fair_revision r where r.period = s.period and r.confirmed_at is not null)
union all
select r.period, s.lecturer_id, s.mean, s.low, s.high, s.raw_mean, s.leniency, s.raters, r.method, m.interval_level,
       m.minimum_raters, r.confirmed_at
from fair_revision r
join fair_month m on m.period = r.period
join fair_revision_score s on s.correction_id = r.correction_id
where r.confirmed_at is not null
  and not exists (select 1 from fair_revision newer
                  where newer.period = r.period and newer.number > r.number and newer.confirmed_at is not null);
