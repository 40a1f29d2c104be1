-- The audit trail. Codes and identifiers only: no personal text, no redemption codes.

create table audit_event (
    id            uuid primary key,
    at            timestamp with time zone not null,
    acted_by      uuid not null,
    act           varchar(100) not null,
    subject_kind  varchar(40) not null,
    subject_id    uuid not null,
    value_before  varchar(400),
    value_after   varchar(400),
    reason        varchar(400)
);
create index audit_event_by_subject on audit_event (subject_id, at);
create index audit_event_by_time on audit_event (at, id);
comment on table audit_event is 'append-only: who did what to what and when, written in the transaction of the act';
