-- Of a move: whom the share is for from then on. Of a share that is passed on: the lecturer who gives it then.
alter table share_change
    add column audience text,
    add column lecturer_id text references employee (id);
alter table share_change drop constraint share_change_kind_check;
alter table share_change add constraint share_change_kind_check check (kind in ('MOVED', 'CANCELLED', 'PASSED_ON'));
