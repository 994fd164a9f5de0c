-- One lecturer asks another to take a share over, in exchange for one of his own or without.
create table share_swap (
    id             text primary key,
    share_id       text not null references share (id),
    other_share_id text references share (id),           -- what the other one gives in return
    asked_by       text not null references employee (id),
    asked_of       text not null references employee (id),
    state          text not null check (state in ('ASKED', 'AGREED', 'DECLINED', 'LAPSED', 'WITHDRAWN')),
    note           text,
    remark         text,
    asked_at       timestamptz not null,
    due_at         timestamptz not null,
    remind_at      timestamptz not null,
    started        boolean not null default false,       -- its process runs
    answered_at    timestamptz,
    rule_version   integer not null,                     -- of the decision share-swap-rule
    check (share_id <> other_share_id)
);
-- A share is in one open swap at most.
create unique index share_swap_open on share_swap (share_id) where state = 'ASKED';
create unique index share_swap_open_other on share_swap (other_share_id) where state = 'ASKED';
create index share_swap_by_people on share_swap (asked_by, asked_of);
