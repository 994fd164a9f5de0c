-- An iCalendar message that goes along with notices: one text a language, however many people get it. Each receiver is
-- named in it when it is sent.
create table notice_calendar (
    id         uuid primary key,
    method     text not null check (method in ('REQUEST', 'CANCEL')),
    chinese    text not null,
    english    text not null,
    created_at timestamptz not null
);
create index notice_calendar_oldest on notice_calendar (created_at);

alter table notice_delivery add column calendar_id uuid references notice_calendar (id);
-- Goes outside of working hours too, whatever the person chose: the share is about to begin.
alter table notice_delivery add column any_time boolean not null default false;
create index notice_delivery_calendar on notice_delivery (calendar_id) where calendar_id is not null;
