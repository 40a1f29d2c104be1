-- How the people at the desk can be reached, so that nobody works on a case about themselves.
alter table person add column email varchar(254);
alter table person add column phone varchar(20);

-- Goes up with every change of a customer's e-mail or phone: a decision names the one it was made on.
alter table customer add column contact_version bigint default 0 not null;

-- Every e-mail and phone a customer has had, in a form in which the spellings of one mailbox are the same. It outlives
-- the customer's own fields, in which no address stands twice.
create table customer_contact (
    customer_id uuid not null,
    kind        varchar(8) not null,
    contact_key varchar(254) not null,
    since       timestamp with time zone not null,
    primary key (customer_id, kind, contact_key),
    constraint customer_contact_customer foreign key (customer_id) references customer (id),
    constraint customer_contact_kind_known check (kind in ('EMAIL', 'PHONE'))
);
create index customer_contact_shared on customer_contact (kind, contact_key);

insert into customer_contact (customer_id, kind, contact_key, since)
select id, 'EMAIL', regexp_replace(email_key, '[+][^@]*@', '@'), created_at from customer where email_key is not null;
insert into customer_contact (customer_id, kind, contact_key, since)
select id, 'PHONE', phone, created_at from customer where phone is not null;
