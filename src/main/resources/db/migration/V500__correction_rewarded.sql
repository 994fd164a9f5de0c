-- Which corrections have brought the rewards in line. None is finished without it: where a repair has passed over the step,
-- the correction stays to be taken up. Only ever added to.
create table month_correction_rewarded (
    correction_id text primary key references month_correction (id),
    rewarded_at   timestamptz not null
);

-- Nothing follows from what nobody has confirmed, whatever its process has come to.
delete from monthly_review_finished f using monthly_review r where r.id = f.review_id and r.state = 'OPEN';
delete from month_correction_finished f using month_correction c where c.id = f.correction_id and c.state = 'OPEN';

-- Of before: what is finished, and what the ledger names as the reason of an entry. Whatever else is under way runs the
-- step again, which finds nothing left to do.
insert into month_correction_rewarded (correction_id, rewarded_at)
select correction_id, finished_at from month_correction_finished;
insert into month_correction_rewarded (correction_id, rewarded_at)
select c.id, c.decided_at from month_correction c
where c.state = 'CONFIRMED' and c.decided_at is not null
  and exists (select 1 from reward_entry e where e.period = c.period and e.reason like '%（更正 ' || c.id || '）%')
on conflict do nothing;

create trigger monthly_review_finished_is_append_only before update or delete on monthly_review_finished
    for each row execute function refuse_change_of_ledger();
create trigger month_correction_rewarded_is_append_only before update or delete on month_correction_rewarded
    for each row execute function refuse_change_of_ledger();
create trigger month_correction_finished_is_append_only before update or delete on month_correction_finished
    for each row execute function refuse_change_of_ledger();
