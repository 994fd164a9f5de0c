-- External trainings that HR offers, and who applied for them (L12). Whoever changes an application holds the row of its
-- offer first, so that changes of one offer come one after the other.
create table training_offer (
    id             text primary key,
    title          text not null,
    description    text,
    places         integer not null check (places between 1 and 1000),
    apply_until    timestamptz not null,
    starts_on      date,                       -- the first day of the training, where it is known
    state          text not null check (state in ('OPEN', 'RANKED', 'GIVEN', 'CLOSED', 'UNUSED', 'CALLED_OFF')),
    published_by   text references employee (id),
    published_at   timestamptz not null,
    remind_at      timestamptz not null,
    confirm_by     timestamptz not null,
    close_at       timestamptz not null,       -- until then places that are given back are given anew
    terms_version  integer not null,           -- of the decision table training-terms
    confirmed_by   text references employee (id),
    confirmed_at   timestamptz,
    ended_at       timestamptz,
    called_off_by  text references employee (id),
    called_off_why text
);
create index training_offer_by_state on training_offer (state, apply_until);

create table training_application (
    offer_id            text not null references training_offer (id),
    lecturer_id         text not null references employee (id),
    reason              text not null,
    applied_at          timestamptz not null,
    state               text not null
        check (state in ('APPLIED', 'PLACED', 'WAITING', 'WITHDRAWN', 'GONE', 'UNPLACED')),
    eligibility_version integer not null,      -- of the decision table training-eligibility
    -- as it stood at the deadline; null before
    rank                integer check (rank >= 1),
    priority            integer,
    priority_version    integer,               -- of the decision table training-priority
    grade               text,
    score               numeric(5, 2),
    title               text,
    trainings_in_a_year integer,
    -- which of the places it is; each is given once
    place               integer check (place >= 1),
    placed_at           timestamptz,
    ended_at            timestamptz,
    ended_by            text references employee (id),
    ended_why           text,
    primary key (offer_id, lecturer_id),
    unique (offer_id, place),
    check ((state = 'PLACED') = (place is not null)),
    check (state not in ('PLACED', 'WAITING') or rank is not null)
);
create index training_application_by_lecturer on training_application (lecturer_id);

-- No more places than there are, whoever writes.
create function training_place_exists() returns trigger language plpgsql as $$
begin
    if new.place > (select places from training_offer where id = new.offer_id) then
        raise exception 'the training % has no place %', new.offer_id, new.place;
    end if;
    return new;
end $$;
create trigger training_place_exists before insert or update on training_application
    for each row when (new.place is not null) execute function training_place_exists();
