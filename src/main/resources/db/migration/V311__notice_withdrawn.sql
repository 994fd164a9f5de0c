-- A correction may take away what an improvement notice was about: it stays, with what withdrew it and why; should the
-- months fail again later, there is a new one.
alter table improvement_notice
    add column withdrawn_at  timestamptz,
    add column withdrawn_by  text,                   -- the correction
    add column withdrawn_why text;
alter table improvement_notice drop constraint improvement_notice_lecturer_id_period_key;
create unique index improvement_notice_standing on improvement_notice (lecturer_id, period) where withdrawn_at is null;
