-- Letters of one round are of the same instant: pages of them go on after the instant and the id, in one direction.
drop index notice_delivery_newest;
create index notice_delivery_newest on notice_delivery (created_at desc, id desc);
-- What people are to look after: given up, and asked again.
create index notice_delivery_given_up on notice_delivery (person_id, created_at desc, id desc) where state = 'GAVE_UP';
