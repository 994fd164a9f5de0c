-- Which confirmed months, and which confirmed corrections, have drawn all their consequences: rewards, titles,
-- certificates, warnings. Where the instance of one that is not here is gone, it is taken up again. Only ever added to.
create table monthly_review_finished (
    review_id   text primary key references monthly_review (id),
    finished_at timestamptz not null
);
create table month_correction_finished (
    correction_id text primary key references month_correction (id),
    finished_at   timestamptz not null
);

-- Of before: a month that was granted, or in which nobody has a result, has gone its way. What was confirmed and never
-- granted lost its instance in between. Of corrections the tables do not tell; none is repeated unasked.
insert into monthly_review_finished (review_id, finished_at)
select r.id, coalesce(r.confirmed_at, r.opened_at) from monthly_review r
where r.state = 'CONFIRMED'
  and (exists (select 1 from reward_table t where t.period = r.period)
    or exists (select 1 from reward_entry e where e.period = r.period)
    or not exists (select 1 from lecturer_month m where m.period = r.period));
insert into month_correction_finished (correction_id, finished_at)
select id, coalesce(decided_at, requested_at) from month_correction where state = 'CONFIRMED';
