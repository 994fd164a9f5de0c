-- By which tables the rewards of a confirmed correction are brought in line: those of the moment it was confirmed, for all
-- its portions and however often it is taken up. Only ever added to.
create table month_correction_tables (
    correction_id      text primary key references month_correction (id),
    reward_version     integer,
    correction_version integer not null
);
comment on column month_correction_tables.reward_version is
    'of lecturer-reward; none where rewards follow the version that the period was granted with';
comment on column month_correction_tables.correction_version is 'of reward-correction';

create trigger month_correction_tables_is_append_only before update or delete on month_correction_tables
    for each row execute function refuse_change_of_ledger();
