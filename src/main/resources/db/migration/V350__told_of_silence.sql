-- How often HR was told of the silence that a pair is in: once, and then as often as the table silence-rule says.
alter table silence_watch add column hr_told integer not null default 0;

comment on column silence_watch.hr_told is
    'how often HR was told of this silence; 0 for one that HR was told of before this column was there';
