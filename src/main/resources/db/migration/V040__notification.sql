-- What somebody should know. One row a person and fact; the key keeps a reminder from coming twice.
create table notice (
    id         bigint generated always as identity primary key,
    person_id  text not null references employee (id),
    code       text not null,            -- message code; the sentence is made in the reader's language
    arguments  text not null,            -- JSON array of texts and numbers
    link       text,                     -- where to act, below '/'
    once_key   text not null,
    created_at timestamptz not null,
    read_at    timestamptz,
    unique (person_id, once_key)
);
create index notice_by_person on notice (person_id, created_at desc);
