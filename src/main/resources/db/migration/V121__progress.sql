-- The mentee's progress sheet. An item that was removed stays, so that its suggestions and moves keep their meaning.
create table progress_item (
    id            text primary key,
    mentorship_id text not null references mentorship (id),
    title         text not null check (char_length(title) between 1 and 200),
    due_on        date,
    status        text not null check (status in ('PLANNED', 'DOING', 'DONE', 'STUCK', 'DROPPED')),
    note          text not null check (char_length(note) <= 2000),
    created_at    timestamptz not null,
    changed_at    timestamptz not null,
    removed_at    timestamptz,
    version       bigint not null
);
create index progress_item_by_mentorship on progress_item (mentorship_id) where removed_at is null;

-- How an item moved, by whom and when; the first row of an item has no status before it.
create table progress_move (
    id          bigint generated always as identity primary key,
    item_id     text not null references progress_item (id),
    person_id   text not null references employee (id),
    from_status text check (from_status in ('PLANNED', 'DOING', 'DONE', 'STUCK', 'DROPPED')),
    to_status   text not null check (to_status in ('PLANNED', 'DOING', 'DONE', 'STUCK', 'DROPPED')),
    moved_at    timestamptz not null
);
create index progress_move_by_item on progress_move (item_id, id);

-- What a mentor suggests on an item, and what the mentee says to it.
create table progress_suggestion (
    id          text primary key,
    item_id     text not null references progress_item (id),
    author_id   text not null references employee (id),
    text        text not null check (char_length(text) between 1 and 2000),
    made_at     timestamptz not null,
    answer      text check (answer in ('ADOPTED', 'NOT_NOW', 'NEED_HELP')),
    reply       text not null check (char_length(reply) <= 2000),
    answered_at timestamptz,
    version     bigint not null,
    check ((answer is null) = (answered_at is null))
);
create index progress_suggestion_by_item on progress_suggestion (item_id, made_at);

-- When somebody looked at a sheet, and when the time before: what moved between is news.
create table progress_look (
    mentorship_id text not null references mentorship (id),
    person_id     text not null references employee (id),
    looked_at     timestamptz not null,
    before_that   timestamptz,
    primary key (mentorship_id, person_id)
);
