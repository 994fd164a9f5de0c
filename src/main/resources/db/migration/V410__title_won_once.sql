-- Nobody wins a title that he or she holds, and nobody loses one that is not held: whoever writes waits for the one
-- before, and is measured by what that one has committed. Histories written before stay as they are.
create function titles_lock() returns void language sql as $$
    select pg_advisory_xact_lock(7240002)
$$;

create function refuse_title_twice() returns trigger language plpgsql as $$
declare
    last title_entry;
begin
    perform titles_lock();
    -- A statement of its own: it sees what the one before in the queue has committed.
    select * into last from title_entry where lecturer_id = new.lecturer_id order by id desc limit 1;
    if new.kind in ('won', 'restored') then
        if last.kind in ('won', 'restored') then
            raise exception '% holds the title % already', new.lecturer_id, last.title;
        end if;
    elsif last.kind is null or last.kind in ('lost', 'withdrawn') or last.title <> new.title then
        raise exception '% does not hold the title %', new.lecturer_id, new.title;
    end if;
    return new;
end $$;
create trigger title_entry_once before insert on title_entry
    for each row execute function refuse_title_twice();
