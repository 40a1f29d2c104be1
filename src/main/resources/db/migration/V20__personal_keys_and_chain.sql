-- The key under which what is personal of a customer is sealed wherever it is told again: timelines and the audit
-- trail. Erasing the key erases all of it. A case without a customer has a key of its own, which passes to its customer.
create table personal_key (
    subject_id  uuid                     not null,
    generation  integer                  not null,
    owner_id    uuid                     not null,
    sealed_key  bytea,
    sealed_with varchar(12)              not null,
    made_at     timestamp with time zone not null,
    erased_at   timestamp with time zone,
    primary key (subject_id, generation),
    constraint personal_key_kept_or_erased check ((sealed_key is null) = (erased_at is not null))
);
create index personal_key_by_owner on personal_key (owner_id);

-- Sealed texts are longer than what they hold.
alter table case_timeline alter column before_value set data type varchar(9000);
alter table case_timeline alter column after_value set data type varchar(9000);
alter table case_timeline alter column note set data type varchar(18000);

-- The chain: see app.carddesk.audit.ChainForm for what is hashed.
alter table audit_event alter column acted_by drop not null;
alter table audit_event add column came_from varchar(120);
alter table audit_event add column stream varchar(90);
alter table audit_event add column seq bigint;
alter table audit_event add column form smallint;
alter table audit_event add column personal_digest varchar(300);
alter table audit_event add column previous_hash bytea;
alter table audit_event add column event_hash bytea;

create table audit_personal (
    event_id uuid           not null references audit_event (id),
    slot     varchar(6)     not null,
    sealed   varchar(18000) not null,
    primary key (event_id, slot),
    constraint audit_personal_slot check (slot = 'BEFORE' or slot = 'AFTER' or slot = 'WHY')
);
comment on table audit_personal is 'append-only: personal values of acts, sealed; outside the chain, which holds their digest';

-- The last link of each chain. Its row is locked while a link is added, at the end of the transaction.
create table audit_head (
    stream     varchar(90)              not null primary key,
    seq        bigint                   not null,
    event_hash bytea                    not null,
    changed_at timestamp with time zone not null
);
create index audit_head_by_change on audit_head (changed_at);

-- What the heads were, minute by minute; itself a chain, and written to a file outside the database as well.
create table audit_anchor (
    anchor_number bigint                   not null primary key,
    at            timestamp with time zone not null,
    heads         integer                  not null,
    heads_hash    bytea                    not null,
    previous_hash bytea                    not null,
    anchor_hash   bytea                    not null
);
comment on table audit_anchor is 'append-only: fixes what the heads of the chains were';
create table audit_anchor_head (
    anchor_number bigint      not null references audit_anchor (anchor_number),
    stream        varchar(90) not null,
    seq           bigint      not null,
    event_hash    bytea       not null,
    primary key (stream, seq)
);
create index audit_anchor_head_by_anchor on audit_anchor_head (anchor_number);
comment on table audit_anchor_head is 'append-only: the heads an anchor fixes';

-- Whoever holds this row anchors; other nodes wait or leave it.
create table audit_anchor_turn (
    id integer not null primary key,
    constraint audit_anchor_turn_one check (id = 1)
);
insert into audit_anchor_turn (id) values (1);

create table audit_verification (
    id           uuid                     not null primary key,
    state        varchar(10)              not null,
    started_at   timestamp with time zone not null,
    started_by   uuid                     not null,
    alive_at     timestamp with time zone not null,
    finished_at  timestamp with time zone,
    events_total bigint                   not null,
    events_read  bigint                   not null,
    streams      bigint                   not null,
    anchors      bigint                   not null,
    outside      bigint                   not null,
    findings     bigint                   not null,
    constraint audit_verification_state
        check (state = 'RUNNING' or state = 'SOUND' or state = 'BROKEN' or state = 'FAILED')
);
create index audit_verification_by_start on audit_verification (started_at);
create table audit_finding (
    verification_id uuid        not null references audit_verification (id),
    place           integer     not null,
    kind            varchar(30) not null,
    stream          varchar(90),
    first_seq       bigint,
    last_seq        bigint,
    primary key (verification_id, place)
);
