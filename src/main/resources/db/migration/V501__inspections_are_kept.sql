-- Who looked into a file that was not shared with him or her, and why: only ever added to, like every other such list.
create function refuse_change_of_inspection() returns trigger language plpgsql as $$
begin
    raise exception 'inspections are append-only: % on %', tg_op, tg_table_name;
end;
$$;
create trigger resource_inspection_is_append_only before update or delete or truncate on resource_inspection
    for each statement execute function refuse_change_of_inspection();
create trigger inspection_reason_is_append_only before update or delete or truncate on inspection_reason
    for each statement execute function refuse_change_of_inspection();
