-- A pause gives back the place that a cohort's assignment keeps; those who stand still already keep none either.
update shortlist_entry e set held = false
from shortlist s join mentorship_pause p on p.mentorship_id = s.mentorship_id
where s.id = e.shortlist_id and e.held and s.closed_at is null and p.resumed_at is null;
