-- Whoever writes: what is granted is never less than nothing, and its currency looks like one. Entries from before are
-- left as they are, as everything in the ledger; they are taken back by a reversal.
alter table reward_entry
    add constraint reward_entry_grants_no_debt check (amount >= 0 or reversal_of is not null) not valid,
    add constraint reward_entry_has_a_currency check (currency ~ '^[A-Z]{3}$') not valid;
