-- In which version of lecturer-reward a period was granted, or corrected by the table of that day: a correction of facts
-- asks the same one, and so does whoever runs the month again. Entries keep the version that decided each of them; this
-- also tells it of periods in which nobody earned anything.
create table reward_table (
    period  char(7) primary key,
    version integer not null check (version >= 1)
);

-- What a person replaced by hand was decided by the table of another day.
insert into reward_table (period, version)
select period, max(decision_version) from reward_entry
where reversal_of is null and (replaces is null or correction_version is not null)
group by period;
