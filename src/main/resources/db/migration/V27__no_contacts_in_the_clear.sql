-- What it held is marked.
drop table customer_contact;
