-- A file that somebody brought into the library, whatever its versions.
create table resource (
    id             text primary key,
    owner_id       text not null references employee (id),
    title          text not null,
    audience       text not null check (audience in ('PRIVATE', 'MENTORSHIP', 'COMPANY')),
    mentorship_id  text,                         -- in which it was shared; the mentoring module knows who belongs to it
    newest_version integer not null check (newest_version >= 1),
    created_at     timestamptz not null,
    withdrawn_at   timestamptz,
    version        bigint not null,
    check ((audience = 'MENTORSHIP') = (mentorship_id is not null))
);
create index resource_by_owner on resource (owner_id);
create index resource_by_mentorship on resource (mentorship_id) where mentorship_id is not null;
create index resource_of_company on resource (created_at) where audience = 'COMPANY';

-- Never changed once written: a better file is another version.
create table resource_version (
    resource_id text not null references resource (id),
    number      integer not null check (number >= 1),
    content_key text not null unique,            -- under which the storage keeps the bytes
    file_name   text not null,
    media_type  text not null,                   -- told by the content, not by the sender
    size        bigint not null check (size > 0),
    sha256      char(64) not null,
    scanned_by  text,                            -- the virus scanner; null where none was configured
    uploaded_at timestamptz not null,
    primary key (resource_id, number)
);

-- Contents on their way into the storage. What stays here too long has no version, and is swept.
create table resource_upload (
    content_key text primary key,
    started_at  timestamptz not null
);
create index resource_upload_by_start on resource_upload (started_at);

-- To whom a resource was forwarded; who was told about it once keeps it.
create table resource_grant (
    resource_id   text not null references resource (id),
    employee_id   text not null references employee (id),
    granted_by    text not null references employee (id),
    granted_at    timestamptz not null,
    up_to_version integer,                       -- null: later versions too, where the owner forwarded
    primary key (resource_id, employee_id)
);
create index resource_grant_by_employee on resource_grant (employee_id);

-- Who has seen which version, once a person; the owner's own looks do not count.
create table resource_view (
    resource_id text not null,
    number      integer not null,
    employee_id text not null references employee (id),
    kind        text not null check (kind in ('OPENED', 'DOWNLOADED')),
    first_at    timestamptz not null,
    last_at     timestamptz not null,
    times       integer not null default 1,
    primary key (resource_id, employee_id, number, kind),
    foreign key (resource_id, number) references resource_version (resource_id, number)
);

-- Who has reused a resource, by download or forward; a person counts once, at the first time.
create table resource_reuse (
    resource_id text not null references resource (id),
    employee_id text not null references employee (id),
    kind        text not null check (kind in ('DOWNLOADED', 'FORWARDED')),
    reused_at   timestamptz not null,
    primary key (resource_id, employee_id)
);

-- HR looked into a file that was not shared with HR, and said why.
create table resource_inspection (
    id           bigint generated always as identity primary key,
    resource_id  text not null,
    number       integer not null,
    employee_id  text not null references employee (id),
    reason       text not null,
    inspected_at timestamptz not null,
    foreign key (resource_id, number) references resource_version (resource_id, number)
);
create index resource_inspection_by_resource on resource_inspection (resource_id);
