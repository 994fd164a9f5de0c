-- A competency of the job that a mentor's quarterly evaluation did not name: it stands at the level of its last assessment.
alter table ability_evaluation_level add column unchanged boolean not null default false;
