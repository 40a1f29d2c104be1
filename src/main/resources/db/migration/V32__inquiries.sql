-- Inquiries that are about no card and belong to no customer. A person has at most one open at a time: open_by names
-- them until it is closed, and the database refuses a second.
create table inquiry (
    id        uuid                     not null primary key,
    topic     varchar(30)              not null,
    outcome   varchar(20),
    note      varchar(280),
    opened_at timestamp with time zone not null,
    closed_at timestamp with time zone,
    undone_at timestamp with time zone,
    person_id uuid                     not null,
    open_by   uuid,
    constraint inquiry_one_open unique (open_by),
    constraint inquiry_open_by_its_person check (open_by = person_id),
    constraint inquiry_open_or_closed check ((closed_at is null) = (open_by is not null)),
    constraint inquiry_closed_with_outcome check ((closed_at is null) = (outcome is null)),
    constraint inquiry_undone_after_closing check (undone_at is null or closed_at is not null)
);
create index inquiry_by_close on inquiry (closed_at, topic);
create index inquiry_by_person on inquiry (person_id, closed_at);
