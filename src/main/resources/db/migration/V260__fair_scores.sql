-- A month as the fair scores see it: by which rules, from how many marks, and what they look like as a whole.
create table fair_month (
    period          char(7) primary key,
    review_id       text not null references monthly_review (id),
    window_from     char(7) not null,                -- the first month whose marks say how severe raters are
    method          text not null,                   -- crossed-effects, or shrunk where marks are too few for it
    cash_rank       text not null check (cash_rank in ('contract', 'adjusted')),
    rules_version   integer not null,                -- of the decision fair-score-rules
    ring_version    integer not null,                -- of the decision ring-rules
    interval_level  numeric(4, 3) not null,
    minimum_raters  integer not null,
    marks           integer not null,                -- of the window; one a rater, lecturer and month
    raters          integer not null,
    quality         double precision not null,       -- variances
    severity        double precision not null,
    noise           double precision not null,
    severities      integer[] not null,              -- raters by half a mark of severity, the strict ones first
    rounds          integer not null,
    computed_at     timestamptz not null,
    confirmed_at    timestamptz                      -- null: a draft
);

-- The adjusted mean of one lecturer month.
create table fair_score (
    period      char(7) not null references fair_month (period),
    lecturer_id text not null references employee (id),
    mean        numeric(8, 6) not null,
    low         numeric(8, 6) not null,
    high        numeric(8, 6) not null,
    raw_mean    numeric(8, 6) not null,              -- of all ratings, for comparison
    leniency    numeric(8, 6) not null,              -- of its raters on average; below 0: strict
    raters      integer not null,
    primary key (period, lecturer_id)
);

-- Lecturers whose marks for each other stand out. Says nothing about why; HR looks.
create table ring_finding (
    id       text primary key,
    period   char(7) not null references fair_month (period),
    given    numeric(8, 6) not null,                 -- the mean of their marks for each other
    expected numeric(8, 6) not null,                 -- by all their other marks
    score    double precision not null,              -- standard deviations
    chance   double precision not null,              -- that a company without rings shows such a group
    holds    boolean not null,                       -- whether money waits for HR
    found_at timestamptz not null
);
create index ring_finding_by_period on ring_finding (period);

create table ring_member (
    finding_id   text not null references ring_finding (id),
    lecturer_id  text not null references employee (id),
    raw_mean     numeric(8, 6),                      -- of the month; null without any mark in it
    without_mean numeric(8, 6),                      -- the same without the group's marks
    answer       text check (answer in ('released', 'upheld')),
    answered_by  text,
    answered_at  timestamptz,
    remark       text,
    primary key (finding_id, lecturer_id)
);
create index ring_member_by_lecturer on ring_member (lecturer_id);

-- The marks that are the evidence. Once HR has answered, they are never evidence again.
create table ring_mark (
    finding_id  text not null references ring_finding (id),
    rater_id    text not null references employee (id),
    lecturer_id text not null references employee (id),
    month       char(7) not null,
    value       numeric(8, 6) not null,
    primary key (finding_id, rater_id, lecturer_id, month)
);

-- Frozen with the month it belongs to.
create function refuse_frozen_fair_month() returns trigger language plpgsql as $$
begin
    if old.confirmed_at is not null then
        raise exception 'the fair scores of % are frozen', old.period;
    end if;
    if tg_op = 'DELETE' then
        return old;
    end if;
    return new;
end $$;
create trigger fair_month_is_frozen before update or delete on fair_month
    for each row execute function refuse_frozen_fair_month();

create function refuse_frozen_fair_score() returns trigger language plpgsql as $$
begin
    if exists (select 1 from fair_month where period = old.period and confirmed_at is not null) then
        raise exception 'the fair scores of % are frozen', old.period;
    end if;
    if tg_op = 'DELETE' then
        return old;
    end if;
    return new;
end $$;
create trigger fair_score_is_frozen before update or delete on fair_score
    for each row execute function refuse_frozen_fair_score();
