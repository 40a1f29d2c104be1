-- A picture that was given as a proof, or the declaration that one cannot be had.
create table proof (
    id            uuid                     not null primary key,
    owner         uuid                     not null,
    kind          varchar(20)              not null,
    state         varchar(20)              not null,
    file_name     varchar(240),
    width         integer                  not null,
    height        integer                  not null,
    bytes         bigint                   not null,
    sha256        varchar(64),
    reason        varchar(1000),
    serial_seen   boolean                  not null,
    -- The kind, in declarations alone: nulls are distinct, so this allows one declaration of a kind and any
    -- number of pictures, on every database.
    declared_kind varchar(20),
    added_at      timestamp with time zone not null,
    added_by      uuid                     not null,
    decided_at    timestamp with time zone,
    decided_by    uuid,
    version       integer                  not null,
    constraint proof_kind_known check (kind in ('FRONT', 'BACK', 'RECEIPT', 'EMAIL', 'SERIAL', 'OTHER')),
    constraint proof_state_known check (state in ('NEW', 'ACCEPTED', 'REFUSED', 'UNOBTAINABLE')),
    constraint proof_declared_once unique (owner, declared_kind),
    constraint proof_declared_kind check (
        (state = 'UNOBTAINABLE' and declared_kind is not null and declared_kind = kind)
        or (state <> 'UNOBTAINABLE' and declared_kind is null)),
    constraint proof_picture check (
        (state = 'UNOBTAINABLE' and sha256 is null and file_name is null and width = 0 and height = 0 and bytes = 0)
        or (state <> 'UNOBTAINABLE' and sha256 is not null and width > 0 and height > 0 and bytes > 0)),
    -- The serial number is seen on a picture; it is never a picture of its own.
    constraint proof_serial_is_no_picture check (kind <> 'SERIAL' or state = 'UNOBTAINABLE'),
    constraint proof_reason check (
        (state in ('REFUSED', 'UNOBTAINABLE') and reason is not null) or (state in ('NEW', 'ACCEPTED') and reason is null)),
    constraint proof_decided check (
        (state = 'NEW' and decided_by is null and decided_at is null)
        or (state <> 'NEW' and decided_by is not null and decided_at is not null)),
    constraint proof_serial_seen check (not serial_seen or state = 'ACCEPTED')
);

create index proof_of_owner on proof (owner, added_at);

-- What an owner's pictures take up. One row is locked while a picture is added, so limits hold in parallel, too.
create table proof_usage (
    owner    uuid    not null primary key,
    pictures integer not null,
    bytes    bigint  not null,
    constraint proof_usage_not_negative check (pictures >= 0 and bytes >= 0)
);
