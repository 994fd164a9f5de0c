-- One review a period, ever: a second start finds the first.
create table monthly_review (
    id           text primary key,
    period       char(7) not null unique,
    state        text not null check (state in ('OPEN', 'CONFIRMED')),
    opened_by    text,         -- null: the timer
    opened_at    timestamptz not null,
    computed_at  timestamptz,
    rounds       integer not null default 0,            -- how often the results were computed
    confirmed_by text,         -- null while open, or confirmed by itself
    confirmed_at timestamptz,
    remark       text,                                  -- the last one that HR wrote
    version      bigint not null default 0
);

-- The month of one lecturer with every figure that made it. A draft until the review is confirmed; then frozen.
create table lecturer_month (
    period           char(7) not null,
    lecturer_id      text not null references employee (id),
    review_id        text not null references monthly_review (id),
    department       text not null,
    lecturer_group   text not null,
    held             integer not null,
    on_time          integer not null,
    ratings          integer not null,
    rating_sum       integer not null,
    raters           integer not null,
    reuses           integer not null,
    target_shares    integer not null,
    target_minutes   integer not null,
    target_reuse     integer not null,
    target_raters    integer not null,
    targets_version  integer not null,                  -- of the decision share-targets
    weight_shares     numeric(10, 6) not null,
    weight_rating     numeric(10, 6) not null,
    weight_reuse      numeric(10, 6) not null,
    weight_timeliness numeric(10, 6) not null,
    weights_version  integer not null,                  -- of the decision score-weights
    score            numeric(5, 2) not null,
    grade            text not null,
    grade_version    integer not null,                  -- of the decision lecturer-grade
    rating_rank      integer,
    reuse_rank       integer,
    department_rank  integer,
    trace            text not null,                     -- JSON: every event with what it contributed
    confirmed_at     timestamptz,                       -- null: a draft
    primary key (period, lecturer_id)
);
create index lecturer_month_by_lecturer on lecturer_month (lecturer_id, period) where confirmed_at is not null;

create function refuse_frozen_month() returns trigger language plpgsql as $$
begin
    if old.confirmed_at is not null then
        raise exception 'the confirmed month % of % is frozen', old.period, old.lecturer_id;
    end if;
    if tg_op = 'DELETE' then
        return old;
    end if;
    return new;
end $$;
create trigger lecturer_month_is_frozen before update or delete on lecturer_month
    for each row execute function refuse_frozen_month();
