-- V450 took every month of before that has no entry and no table for one that lost its way. Until V390 a month in which
-- nobody earned anything left no table: where it was confirmed before that, and nobody in it had a rank or was excellent,
-- there was nothing to grant, and nobody has to be told of it every month. One in which somebody had stays: what was due
-- was never granted.
insert into monthly_review_finished (review_id, finished_at)
select r.id, r.confirmed_at from monthly_review r
where r.state = 'CONFIRMED'
  and r.confirmed_at < (select installed_on from flyway_schema_history where version = '390')
  and not exists (select 1 from reward_table t where t.period = r.period)
  and not exists (select 1 from reward_entry e where e.period = r.period)
  and not exists (select 1 from lecturer_month m
                  where m.period = r.period
                    and (m.rating_rank is not null or m.reuse_rank is not null or m.grade = 'excellent'))
on conflict do nothing;
