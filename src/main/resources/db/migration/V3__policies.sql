create table terms_version (
    id         uuid    not null primary key,
    country    char(2) not null,
    valid_from date    not null,
    invented   boolean not null,
    unique (country, valid_from)
);

-- The one version on file that is real: the Danish terms of 28 June 2022.
insert into terms_version (id, country, valid_from, invented)
values ('00000000-0000-7000-8000-00000000d001', 'DK', date '2022-06-28', false);
