-- When an unfinished upload could last not be removed; the next sweep tries the others before it.
alter table resource_upload add column sweep_failed_at timestamptz;
