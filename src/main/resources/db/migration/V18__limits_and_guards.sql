-- The customer's contact a request was made on, and who made requests: one row each, held while their limit is read.
alter table replacement_request add column contact_version bigint;

create table replacement_person (
    person_id uuid primary key
);

create index replacement_by_requester on replacement (requested_by, issued_at);

-- No contact has been changed yet as far as the counters know.
update replacement_request set contact_version = 0 where customer_id is not null;
