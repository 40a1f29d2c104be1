-- What customers answered, as a line of the story of a case: the words and the names of files stand here sealed, with
-- redemption codes masked before. The identity is a mark of the mail's own identifier, or of its bytes where it has none.
create table reply (
    id          uuid primary key,
    case_id     uuid not null,
    identity    varchar(43) not null,
    letter_id   uuid,
    sender      varchar(3000) not null,
    subject     varchar(3000) not null,
    body        varchar(120000) not null,
    quoted      varchar(60000) not null,
    sent_at     timestamp with time zone,
    automatic   boolean not null,
    filed_at    timestamp with time zone not null,
    filed_by    uuid not null,
    constraint reply_once unique (case_id, identity),
    constraint reply_line foreign key (id) references case_timeline (id),
    constraint reply_case foreign key (case_id) references support_case (id)
);
create index reply_by_identity on reply (identity);
comment on table reply is 'append-only: what customers answered is filed once and never rewritten';

create table reply_file (
    reply_id    uuid not null,
    place       integer not null,
    name        varchar(3000) not null,
    state       varchar(20) not null,
    type_key    varchar(60),
    primary key (reply_id, place),
    constraint reply_file_reply foreign key (reply_id) references reply (id)
);
