-- When a customer's e-mail or phone became the one they have: the last written of a kind is. Of those from before it is
-- known only since when they were known.
alter table contact_mark add column written_at timestamp with time zone;
update contact_mark set written_at = since;
alter table contact_mark alter column written_at set not null;

-- That a case went from a customer who had an e-mail to one who has another: the first it was taken from, and when it
-- was given on last. It outlives the record of the former customer.
alter table support_case add column readdressed_from uuid;
alter table support_case add column readdressed_at timestamp with time zone;
