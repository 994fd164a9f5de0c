-- How somebody came onto the list: written there by lecturer, HR or a file, or by the own check-in on the spot.
alter table share_attendance add column source text not null default 'list' check (source in ('list', 'check-in'));

-- What the lecturer shows on the spot. It lets people onto the list around the time of the share and opens nothing else.
create table check_in_code (
    share_id   text primary key references share (id),
    code       text not null unique,
    created_at timestamptz not null
);
