-- The number of an attendance, which a personal link to rate names: never used again, and tells nobody who it is.
alter table share_attendance add column link_id bigint generated always as identity;
create unique index share_attendance_link on share_attendance (link_id);

-- Keys that sign personal links. A link names its key, so that the next key takes over while old links still work.
create table rating_link_key (
    id         integer generated always as identity primary key,
    secret     bytea not null check (length(secret) = 32),
    created_at timestamptz not null
);
