-- What the application brought along at its last start: tells a newer file from one that a person changed in the engine.
create table shipped_model (
    name        text primary key,
    hash        char(64) not null,
    seen_at     timestamptz not null
);
