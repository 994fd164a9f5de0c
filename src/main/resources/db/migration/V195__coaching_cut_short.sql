-- Whether a coaching ended before its plan's last day was over: what was done in its last periods answers for them
-- in the next plan too. Of those that ended before this column the day tells.
alter table coaching_case add column cut_short boolean not null default false;
update coaching_case set cut_short = true where ended_at is not null and ended_at < ends_on;

-- What a mentor did of a kind for a mentee under earlier plans.
create index duty_done on duty (coaching_id, kind, period_start) where done_at is not null;
