-- That somebody looked at what was drawn to be looked at: never whoever it was issued for the sake of. The words, if any,
-- stand here sealed.
alter table replacement add constraint replacement_requester_unique unique (id, requested_by);

create table replacement_look (
    id              uuid primary key,
    replacement_id  uuid not null,
    requested_by    uuid not null,
    looked_by       uuid not null,
    looked_at       timestamp with time zone not null,
    words           varchar(9000),
    constraint replacement_look_replacement foreign key (replacement_id, requested_by)
        references replacement (id, requested_by),
    constraint replacement_look_once unique (replacement_id),
    constraint replacement_look_by_someone_else check (looked_by <> requested_by)
);
comment on table replacement_look is
    'append-only: who looked at what was issued without a decision; requested_by is repeated so that a check can compare';
