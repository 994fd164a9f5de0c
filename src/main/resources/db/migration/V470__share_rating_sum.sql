-- What the ratings of a share came to once its window was over, for whoever asks about many shares: topics, over a year of
-- ratings. A row is right or it is not there; where it is not there, the ratings themselves are summed.
create table share_rating_sum (
    share_id text primary key references share (id) on delete cascade,
    total    bigint  not null,
    ratings  integer not null check (ratings > 0)
);

insert into share_rating_sum (share_id, total, ratings)
select r.share_id, sum(r.score), count(*) from rating r join share s on s.id = r.share_id
where (s.rating_opened_at is not null and s.rating_closed_at is null) is not true
group by r.share_id;

-- Whoever writes a rating takes the sum away. In an open window there is none: two hundred at once wait for nobody.
create function forget_share_rating_sum() returns trigger language plpgsql as $$
begin
    delete from share_rating_sum where share_id in (select share_id from written);
    return null;
end
$$;

create trigger rating_inserted_forgets_sum after insert on rating
    referencing new table as written for each statement execute function forget_share_rating_sum();
create trigger rating_updated_forgets_sum after update on rating
    referencing new table as written for each statement execute function forget_share_rating_sum();
create trigger rating_deleted_forgets_sum after delete on rating
    referencing old table as written for each statement execute function forget_share_rating_sum();
