-- Whether it was written down who came. Of an imported share without a list, who rated was there.
alter table share add column attendance_listed boolean not null default true;
update share set attendance_listed = false
    where imported and not exists (select 1 from share_attendance a where a.share_id = share.id);
