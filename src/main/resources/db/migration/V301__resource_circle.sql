-- Files for a circle of people whom another module knows, such as those who may see the content of a share.
alter table resource drop constraint resource_audience_check;
alter table resource add constraint resource_audience_check
    check (audience in ('PRIVATE', 'MENTORSHIP', 'COMPANY', 'CIRCLE'));
alter table resource add column circle text;
alter table resource add check ((audience = 'CIRCLE') = (circle is not null));
create index resource_by_circle on resource (circle) where circle is not null;
