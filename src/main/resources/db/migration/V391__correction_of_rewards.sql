-- A correction of rewards alone: results stay as confirmed, lecturer-reward is asked in its version of today.
alter table month_correction drop constraint month_correction_rules_check;
alter table month_correction
    add constraint month_correction_rules_check check (rules in ('confirmed', 'current', 'rewards'));
