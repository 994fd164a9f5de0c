-- What a lecturer says of a topic. The topics of the imported file stay where they are, in the table lecturer.
create table lecturer_topic (
    lecturer_id text not null references employee (id),
    topic_key   text not null,                   -- the topic as topics are compared
    topic       text not null,                   -- as it was written
    stance      text not null check (stance in ('LIKED', 'AVOIDED', 'DISMISSED')),
    noted_at    timestamptz not null,
    primary key (lecturer_id, topic_key)
);

-- The wishes of the last months, the latest first.
create index share_wish_by_time on share_wish (made_at);
