-- A forward gives exactly the versions that its sender had: what was kept back from the sender stays kept back.
-- An open end means later versions too, where the owner forwarded. What was given before stays given.
alter table resource_grant add column versions int4multirange;
update resource_grant set versions = int4multirange(int4range(1, up_to_version + 1));
alter table resource_grant alter column versions set not null;
alter table resource_grant add check (not isempty(versions));
alter table resource_grant drop column up_to_version;

-- Who may read what is for the company is asked of the table of rights, like everything else.
create index resource_by_audience on resource (audience);
drop index resource_of_company;
