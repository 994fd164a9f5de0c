-- Days on which a mentor is away, whether or not anybody stands in for him; it ends early where he is back.
create table mentor_leave (
    id        bigint generated always as identity primary key,
    mentor_id text not null references employee (id),
    first_day date not null,
    last_day  date not null,
    noted_by  text references employee (id),
    noted_at  timestamptz not null,
    ended_at  timestamptz,
    ended_by  text references employee (id),
    check (first_day <= last_day)
);
create index mentor_leave_by_mentor on mentor_leave (mentor_id, first_day) where ended_at is null;
