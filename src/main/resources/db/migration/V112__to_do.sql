-- A message of the coaching log that somebody is to act on. Whoever writes it for the other one proposes it.
create table to_do (
    id            text primary key,
    mentorship_id text not null references mentorship (id),
    entry_id      bigint not null unique references log_entry (id),
    author_id     text not null references employee (id),
    owner_id      text not null references employee (id),
    due_on        date not null,
    state         text not null check (state in ('PROPOSED', 'OPEN', 'DONE', 'DECLINED', 'LAPSED', 'WITHDRAWN', 'ENDED')),
    started       boolean not null,            -- whether its process has begun; nobody begins it twice
    remark        text,
    created_at    timestamptz not null,
    accepted_at   timestamptz,
    closed_at     timestamptz,
    version       bigint not null,
    check ((closed_at is null) = (state in ('PROPOSED', 'OPEN')))
);
create index to_do_open on to_do (mentorship_id, due_on) where closed_at is null;

alter table log_consent add column after_pairing bigint not null references pairing (id);   -- the one that had ended
