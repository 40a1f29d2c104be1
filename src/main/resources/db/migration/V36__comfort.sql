-- What a person chose for their own screens, and what they had in hand lately.
alter table person add column density varchar(12) default 'COMFORTABLE' not null;
alter table person add column toured boolean default false not null;
alter table person add constraint person_density_known check (density = 'COMFORTABLE' or density = 'COMPACT');

create table recent_card (
    person_id uuid                     not null,
    card_id   uuid                     not null,
    seen_at   timestamp with time zone not null,
    primary key (person_id, card_id),
    constraint recent_card_person foreign key (person_id) references person (id),
    constraint recent_card_card foreign key (card_id) references card (id)
);

create table case_list_view (
    id        uuid        not null primary key,
    person_id uuid        not null,
    name      varchar(40) not null,
    view_name varchar(30) not null,
    state     varchar(30),
    problem   varchar(30),
    sorted_by varchar(20) not null,
    ascending boolean     not null,
    constraint case_list_view_once unique (person_id, name),
    constraint case_list_view_person foreign key (person_id) references person (id)
);

comment on table recent_card is 'the newest few for each person; older ones go as new ones come';
comment on table case_list_view is 'a person''s own views of the list of cases; what was searched for is not kept';
