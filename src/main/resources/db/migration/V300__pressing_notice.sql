-- A notice that is of no use from some instant on, such as the request for a rating: where the receiver's next hours
-- begin too late for it, its mail goes outside of them.
alter table notice_outbox add column useless_from timestamptz;
