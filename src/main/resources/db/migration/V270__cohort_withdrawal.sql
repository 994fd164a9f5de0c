-- HR has taken a whole cohort back.
alter table cohort
    add column withdrawn_at         timestamptz,
    add column withdrawn_by         text references employee (id),
    add column withdrawal_reason    text,
    add column withdrawal_opened_at timestamptz,   -- when its process took it up; once
    add column withdrawal_done_at   timestamptz,   -- when what becomes of every member was settled
    add check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawal_reason is null));

-- What the withdrawal made of a member; null: not settled yet, or the cohort is not withdrawn.
-- WITHDRAWN: nothing is started, or it was taken back; GOES_ON: has or had a mentor; OVER: had ended before.
alter table cohort_member
    add column withdrawal text check (withdrawal in ('WITHDRAWN', 'GOES_ON', 'OVER'));
