-- Excellent lecturers offer to mentor new ones (L12). The id is that of the mentorship which an accepted one begins.
create table mentoring_offer (
    id              text primary key,
    mentor_id       text not null references employee (id),
    mentee_id       text not null references employee (id),
    words           text,
    state           text not null
        check (state in ('OPEN', 'ACCEPTED', 'DECLINED', 'LAPSED', 'TAKEN_BACK', 'RIGHT_ENDED')),
    made_at         timestamptz not null,
    due_at          timestamptz not null,
    remind_at       timestamptz not null,
    rule_version    integer not null,        -- of the decision table new-lecturer
    right_version   integer not null,        -- of the decision table merit-rights, when it was made
    kept_version    integer,                 -- the same, when it was accepted
    answered_at     timestamptz,
    answer          text,
    check (mentor_id <> mentee_id)
);
create index mentoring_offer_by_mentor on mentoring_offer (mentor_id, made_at);
create index mentoring_offer_by_mentee on mentoring_offer (mentee_id, made_at);
-- One at a time from the same person to the same person.
create unique index mentoring_offer_open on mentoring_offer (mentor_id, mentee_id) where state = 'OPEN';
