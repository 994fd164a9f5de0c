-- A word is about one hand-over: what was kept back at an earlier one stays so, unless this word says "everything".
alter table log_consent add column everything boolean not null default false;
alter table log_consent add constraint log_consent_everything_is_granted check (granted or not everything);
