-- Who said where mail to a customer goes, and who gave a case its customer: whoever did so after a replacement was asked
-- for is not the one to decide on it. Nothing is known of what was said before.
alter table customer add column email_by uuid;
alter table customer add column email_at timestamp with time zone;
alter table support_case add column customer_by uuid;
alter table support_case add column customer_at timestamp with time zone;

-- There are more reasons to look twice than there were.
alter table replacement_request alter column flags set data type varchar(1000);
