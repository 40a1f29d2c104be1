-- What was decided on a picture is decided for the card the case was about at that moment, by its serial number. Another
-- card on the case finds the picture undecided; the first one back finds what was decided for it.
create table proof_decision (
    proof       uuid                     not null,
    -- The serial number on the case; empty while it had none.
    for_serial  varchar(32)              not null,
    state       varchar(20)              not null,
    reason      varchar(1000),
    -- The serial number that was read on the picture, by whom and when.
    serial_seen varchar(32),
    seen_by     uuid,
    seen_at     timestamp with time zone,
    decided_by  uuid                     not null,
    decided_at  timestamp with time zone not null,
    primary key (proof, for_serial),
    constraint proof_decision_proof foreign key (proof) references proof (id) on delete cascade,
    constraint proof_decision_state_known check (state in ('ACCEPTED', 'REFUSED')),
    constraint proof_decision_reason check ((state = 'REFUSED') = (reason is not null)),
    constraint proof_decision_seen_on_accepted check (
        serial_seen is null or (state = 'ACCEPTED' and for_serial <> '' and serial_seen = for_serial)),
    constraint proof_decision_seen_by check (
        (serial_seen is null and seen_by is null and seen_at is null)
        or (serial_seen is not null and seen_by is not null and seen_at is not null)),
    constraint proof_decision_once unique (proof, for_serial, state)
);

-- That a proof cannot be had is said of a card, too.
alter table proof add column declared_for varchar(32);

-- A decision from before belongs to the serial the case had when it was taken: what the first change of the card after
-- it replaced, or what the case has now if there was none. One of which that cannot be told counts for no card.
insert into proof_decision (proof, for_serial, state, reason, decided_by, decided_at)
select p.id,
       case
           when exists (select 1 from case_timeline l
                         where l.case_id = p.owner and l.field = 'card' and l.at_time >= p.decided_at)
               then coalesce((select case when l.before_value like 'serial:%'
                                          then substring(l.before_value from 8) else '' end
                                from case_timeline l
                               where l.case_id = p.owner and l.field = 'card' and l.at_time >= p.decided_at
                               order by l.at_time, l.id limit 1), '')
           else coalesce((select c.serial from support_case c where c.id = p.owner), '')
       end,
       p.state, p.reason, p.decided_by, p.decided_at
  from proof p
 where p.state in ('ACCEPTED', 'REFUSED');

update proof_decision
   set serial_seen = for_serial, seen_by = decided_by, seen_at = decided_at
 where state = 'ACCEPTED' and for_serial <> '' and proof in (select id from proof where serial_seen);

alter table proof drop constraint proof_declared_kind;
alter table proof drop constraint proof_declared_once;
alter table proof drop constraint proof_state_known;
alter table proof drop constraint proof_reason;
alter table proof drop constraint proof_decided;
alter table proof drop constraint proof_serial_seen;
alter table proof drop column serial_seen;

update proof
   set declared_for = case
           when exists (select 1 from case_timeline l
                         where l.case_id = proof.owner and l.field = 'card' and l.at_time >= proof.decided_at)
               then coalesce((select case when l.before_value like 'serial:%'
                                          then substring(l.before_value from 8) else '' end
                                from case_timeline l
                               where l.case_id = proof.owner and l.field = 'card' and l.at_time >= proof.decided_at
                               order by l.at_time, l.id limit 1), '')
           else coalesce((select c.serial from support_case c where c.id = proof.owner), '')
       end
 where state = 'UNOBTAINABLE';

update proof set state = 'NEW', reason = null, decided_by = null, decided_at = null
 where state in ('ACCEPTED', 'REFUSED');

-- Of a picture nothing but that it was given; what was decided stands in proof_decision.
alter table proof add constraint proof_state_known check (state in ('NEW', 'UNOBTAINABLE'));
alter table proof add constraint proof_reason check ((state = 'UNOBTAINABLE') = (reason is not null));
alter table proof add constraint proof_decided check (
    (state = 'NEW' and decided_by is null and decided_at is null)
    or (state = 'UNOBTAINABLE' and decided_by is not null and decided_at is not null));
alter table proof add constraint proof_declared_kind check (
    (state = 'UNOBTAINABLE' and declared_kind is not null and declared_kind = kind and declared_for is not null)
    or (state <> 'UNOBTAINABLE' and declared_kind is null and declared_for is null));
alter table proof add constraint proof_declared_once unique (owner, declared_kind, declared_for);
