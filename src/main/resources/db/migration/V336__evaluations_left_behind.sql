-- Evaluations that a rematch, or the end of the mentorship, left open: they wait for nobody.
update evaluation v set decided_at = now(), version = v.version + 1
from mentorship m where m.id = v.mentorship_id and v.decided_at is null and m.state <> 'EVALUATING';
