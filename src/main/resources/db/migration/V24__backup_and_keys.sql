-- While a backup is being written, nothing it may still have to copy leaves the evidence store. A backup that died does
-- not hold for ever.
create table evidence_hold (
    id         uuid                     not null primary key,
    held_until timestamp with time zone not null
);

-- What is sealed with which key is asked at every start, and read in this order when a key was changed.
create index replacement_stock_by_key on replacement_stock (key_id, id);
create index personal_key_by_key on personal_key (sealed_with, subject_id, generation);
