-- HR has gone on without the answer of somebody who did not give it: why, and who decided so.
create table evaluation_waiver (
    evaluation_id text not null references evaluation (id),
    answer        text not null check (answer in ('self', 'growth')),
    reason        text not null,
    waived_by     text not null references employee (id),
    waived_at     timestamptz not null,
    primary key (evaluation_id, answer)
);

-- The version of the table mentee-wish that read the mentee's wish from the satisfaction; null before there was one, and
-- where that answer was waived.
alter table evaluation add column wish_version integer;
alter table evaluation add column wish_id text;
