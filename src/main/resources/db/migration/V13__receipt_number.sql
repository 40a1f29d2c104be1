-- The number on the receipt, as it was said, and as receipts of two cases are compared: without case, blanks, dashes and
-- leading zeros.
alter table support_case add column receipt_number varchar(200);
alter table support_case add column receipt_key varchar(200);
alter table support_case add constraint support_case_receipt_has_key check ((receipt_number is null) = (receipt_key is null));
create index support_case_by_receipt on support_case (receipt_key, purchase_date);
