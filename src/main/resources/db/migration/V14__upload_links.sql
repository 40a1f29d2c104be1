-- A one-time link by which a customer gives proofs from their own phone. Of its token, and of the secret that binds it to
-- one phone, only hashes are kept.
create table upload_link (
    id         uuid                     not null primary key,
    owner      uuid                     not null,
    token_hash varchar(64)              not null,
    language   varchar(2)               not null,
    made_by    uuid                     not null,
    made_at    timestamp with time zone not null,
    expires_at timestamp with time zone not null,
    opened_at  timestamp with time zone,
    phone_hash varchar(64),
    closed_at  timestamp with time zone,
    -- What came through it: places taken by files that are on their way or kept, and bytes of every attempt.
    files      integer                  not null,
    bytes      bigint                   not null,
    -- The owner, until it is closed: nulls are distinct, so this allows one open link of an owner on every database.
    open_owner uuid,
    constraint upload_link_token unique (token_hash),
    constraint upload_link_open_once unique (open_owner),
    constraint upload_link_language check (language in ('EN', 'SV', 'NB', 'DA')),
    constraint upload_link_maker foreign key (made_by) references person (id),
    constraint upload_link_expiry check (expires_at > made_at),
    constraint upload_link_bound check ((opened_at is null) = (phone_hash is null)),
    constraint upload_link_open check (
        (closed_at is null and open_owner is not null and open_owner = owner)
        or (closed_at is not null and open_owner is null)),
    constraint upload_link_not_negative check (files >= 0 and bytes >= 0)
);

-- What each person has given on a day. One row is locked while a proof is kept, so limits hold in parallel, too.
create table proof_day (
    person   uuid    not null,
    given_on date    not null,
    files    integer not null,
    bytes    bigint  not null,
    primary key (person, given_on),
    constraint proof_day_person foreign key (person) references person (id),
    constraint proof_day_not_negative check (files >= 0 and bytes >= 0)
);
