-- What a lecturer handed in for a share, each version as it was (L2). Until the share begins a newer one may follow; what
-- counts as on time is the first. The share itself keeps the newest, which everything else reads.
create table share_content_version (
    share_id     text not null references share (id),
    number       integer not null check (number >= 1),
    outline      text not null,
    cases        text,
    handed_in_by text not null references employee (id),
    handed_in_at timestamptz not null,
    primary key (share_id, number)
);

insert into share_content_version (share_id, number, outline, cases, handed_in_by, handed_in_at)
select id, 1, outline, cases, lecturer_id, submitted_at from share where outline is not null and submitted_at is not null;

create function share_content_version_stays() returns trigger language plpgsql as $$
begin
    raise exception 'version % of the content of share % stays as it was handed in', old.number, old.share_id;
end $$;
create trigger share_content_version_stays before update on share_content_version
    for each row execute function share_content_version_stays();
