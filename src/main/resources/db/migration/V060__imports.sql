-- Files bring figures with the decimals they have; a fixed scale would round them in silence.
alter table job_competency
    alter column required_level type numeric,
    alter column weight type numeric;
alter table assessment alter column level type numeric;
alter table mentor_expertise
    alter column level type numeric,
    alter column years type numeric;
alter table work_metric
    alter column value type numeric,
    alter column target type numeric;

-- A share that a file brought over may be corrected by a file; one that was planned and held here may not.
alter table share add column imported boolean not null default false;
