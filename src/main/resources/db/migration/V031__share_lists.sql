-- What is open for rating now: a handful of rows, however many shares there were.
create index share_open_for_rating on share (rating_closes_at)
    where rating_opened_at is not null and rating_closed_at is null;

comment on column share.content_state is
    'AWAITED, SUBMITTED (by 24 h before the start), LATE (after that; without submitted_at: due and still awaited), MISSED';
