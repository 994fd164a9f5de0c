-- One row where the demo company was loaded, written in the same transaction: a start that dies half way loads again.
create table demo_company (
    only_one  boolean primary key default true check (only_one),
    loaded_at timestamptz not null
);
