-- Sealed texts are longer than what they hold: what people write with a request, and decide with, is sealed from here on.
alter table replacement_request alter column words set data type varchar(9000);
alter table replacement_request alter column answer set data type varchar(9000);
alter table replacement_decision alter column reason set data type varchar(9000);

-- Every e-mail and phone a customer has had, as a mark that equal ones have in common and that holds neither. It outlives
-- the customer's own fields, in which no address stands twice, and goes when the customer's key is erased.
create table contact_mark (
    customer_id uuid not null,
    kind        varchar(8) not null,
    mark        char(43) not null,
    since       timestamp with time zone not null,
    primary key (customer_id, kind, mark),
    constraint contact_mark_customer foreign key (customer_id) references customer (id),
    constraint contact_mark_kind_known check (kind in ('EMAIL', 'PHONE'))
);
create index contact_mark_shared on contact_mark (kind, mark);
