-- The applicant may take an application back while nobody has decided it.
alter table promotion_application drop constraint promotion_application_state_check;
alter table promotion_application add constraint promotion_application_state_check
    check (state in ('OPEN', 'GRANTED', 'REJECTED', 'WITHDRAWN'));
