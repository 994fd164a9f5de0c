-- Counts the changes that calendars must hear of (SEQUENCE of RFC 5545).
alter table share add column calendar_sequence integer not null default 0;

-- Who asked for which change of a share, and why. Carried out by the process of the share in the same transaction.
create table share_change (
    id             bigint generated always as identity primary key,
    share_id       text not null references share (id),
    kind           text not null check (kind in ('MOVED', 'CANCELLED')),
    asked_by       text not null references employee (id),
    asked_at       timestamptz not null,
    reason         text not null,
    starts_at      timestamptz,             -- of a move: what it becomes
    minutes        integer,
    place          text,
    title          text,
    carried_out_at timestamptz
);
create index share_change_by_share on share_change (share_id, id desc);

-- In whose calendars a share stands. Written together with the mails that say so.
create table share_invitation (
    share_id     text not null references share (id),
    person_id    text not null references employee (id),
    role         text not null check (role in ('LECTURER', 'AUDIENCE')),
    sequence     integer not null,          -- of the version that this person has
    sent_at      timestamptz not null,
    withdrawn_at timestamptz,
    primary key (share_id, person_id)
);
create index share_invitation_by_person on share_invitation (person_id, share_id);
create index share_invitation_open on share_invitation (share_id) where withdrawn_at is null;

-- The secret address of a person's calendar; only its hash is kept.
create table calendar_feed (
    person_id  text primary key references employee (id),
    token_hash char(64) not null unique,
    created_at timestamptz not null
);
