-- Several lecturers share on a day of the rule, each in a share of the own. What is known has one.
alter table rota add column lecturers integer not null default 1 check (lecturers between 1 and 50);
alter table rota_slot add column number integer not null default 1 check (number > 0);
alter table rota_slot drop constraint rota_slot_pkey;
alter table rota_slot add primary key (lecturer_group, slot_on, number);
