-- The mentee's department when both confirmed: what was agreed there counts there, also once the mentee has moved on.
alter table plan add column department text;
update plan set department = e.department from employee e where e.id = plan.mentee_id and plan.state = 'CONFIRMED';
