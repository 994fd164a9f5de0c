-- What coaching-advice is asked with beside the rest; null where no target was above the level before, where no
-- competency is behind, and for advice of before this was asked.
alter table evaluation_input add column gap_closed numeric(12, 6);
alter table evaluation_input add column slowest_gap_closed numeric(12, 6);
