-- A guidance counts for the period in which it was held, also where it was written down after that stood as missed. What
-- was marked as made up for, though the talk was held in the period itself, is done, on the day it was written down.
-- A day of grace west of the company's zone belongs to the first day of the coaching.
update duty set done_at = talk.recorded_at, missed_at = null, made_up_on = null
from (
    select g.duty_id, min(g.recorded_at) as recorded_at
    from guidance g
    join duty d on d.id = g.duty_id
    join coaching_case c on c.id = g.coaching_id
    where greatest(g.held_on, c.started_on) between d.period_start and d.due_on
    group by g.duty_id) talk
where talk.duty_id = duty.id and duty.missed_at is not null;
