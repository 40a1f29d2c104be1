-- A step may also have been a plain question: is the whole code visible, has the date passed.
alter table case_step drop constraint case_step_outcome;
alter table case_step add constraint case_step_outcome
    check (outcome in ('HELPED', 'DID_NOT_HELP', 'NOT_POSSIBLE', 'YES', 'NO'));
