-- What each person was told: only what it is about and where it leads, nothing of a customer.
create table notice (
    id uuid primary key,
    person_id uuid not null,
    kind varchar(32) not null,
    subject varchar(40),
    address varchar(120) not null,
    by_person uuid,
    at_time timestamp with time zone not null,
    read_at timestamp with time zone
);
create index notice_latest on notice (person_id, at_time, id);
create index notice_unread on notice (person_id, read_at);
create index notice_age on notice (at_time);
