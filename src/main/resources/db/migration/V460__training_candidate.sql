-- Who qualified when a training was offered, in the portions in which they are asked: a step for all of them at once
-- would hold the offer for seconds (L12). Offers that were published before have none; their tasks exist already.
create table training_candidate (
    offer_id    text not null references training_offer (id),
    lecturer_id text not null references employee (id),
    portion     integer not null check (portion >= 0),
    primary key (offer_id, lecturer_id)
);
create index training_candidate_by_portion on training_candidate (offer_id, portion);
