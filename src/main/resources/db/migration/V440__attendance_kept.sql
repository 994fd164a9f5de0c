-- Who wrote somebody onto the list, and when; of earlier rows nobody knows.
alter table share_attendance add column recorded_by text;
alter table share_attendance add column recorded_at timestamptz;

-- Who was taken off a list. Whoever is on one may rate, and ratings decide about money: only added.
create table attendance_removal (
    id          bigint generated always as identity primary key,
    share_id    text not null references share (id),
    employee_id text not null references employee (id),
    source      text not null,
    recorded_by text,
    removed_by  text not null,
    removed_at  timestamptz not null,
    reason      text not null
);
create index attendance_removal_by_share on attendance_removal (share_id);

create function refuse_changed_removal() returns trigger language plpgsql as $$
begin
    raise exception 'a removal from an attendance list is only added';
end;
$$;
create trigger attendance_removal_is_kept before update or delete on attendance_removal
    for each row execute function refuse_changed_removal();
