-- When somebody rated first; null where nothing was changed since. Ratings are released to the lecturer in this order, so
-- that whoever changes one does not change places with another.
alter table rating add column first_rated_at timestamptz;
