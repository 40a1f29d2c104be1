-- That no mail leaves from a node because of how it is set up: what is wrong, since when, and when it was last tried.
create table mail_halt (
    node    uuid not null primary key,
    trouble varchar(30) not null,
    since   timestamp with time zone not null,
    seen_at timestamp with time zone not null
);
