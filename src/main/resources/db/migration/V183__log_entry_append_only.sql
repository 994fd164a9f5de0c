-- What stands in a coaching log is only added to. A migration that indexes entries anew disables the trigger for itself.
create function refuse_change_of_log_entry() returns trigger language plpgsql as $$
begin
    raise exception 'entries of coaching logs are only added' using errcode = 'restrict_violation';
end $$;
create trigger log_entry_is_append_only before update or delete or truncate on log_entry
    for each statement execute function refuse_change_of_log_entry();
