-- What a request was made or decided on is held: as long as a row here names a proof, the database refuses to delete it,
-- to take it out of its case, to show it as another kind, to cover anything in it, and to take its acceptance back.
-- Retention alone deletes such rows, and then the proof.
alter table proof add column held boolean default false not null;
alter table proof add constraint proof_held_in_sight check (not held or removed_at is null);
alter table proof add constraint proof_as_held unique (id, kind, revision, held);

create table proof_hold (
    -- The request, and what people call it.
    matter       uuid                     not null,
    matter_name  varchar(40)              not null,
    proof        uuid                     not null,
    kind         varchar(20)              not null,
    revision     integer                  not null,
    held         boolean default true     not null,
    -- The serial number on the case then, and whether the proof was accepted for it.
    about        varchar(32)              not null,
    acceptance   varchar(20),
    held_at      timestamp with time zone not null,
    primary key (matter, proof, about),
    constraint proof_hold_holds check (held),
    constraint proof_hold_acceptance check (acceptance is null or acceptance = 'ACCEPTED'),
    constraint proof_hold_proof foreign key (proof, kind, revision, held)
        references proof (id, kind, revision, held),
    constraint proof_hold_decision foreign key (proof, about, acceptance)
        references proof_decision (proof, for_serial, state)
);
create index proof_hold_of_proof on proof_hold (proof);

-- Requests from before hold what was accepted for their card, unless they were withdrawn before anybody decided.
update proof set held = true
 where removed_at is null
   and exists (select 1 from replacement_request r
                where r.case_id = proof.owner
                  and (r.state <> 'WITHDRAWN'
                       or exists (select 1 from replacement_decision d where d.request_id = r.id))
                  and (proof.declared_for = coalesce(r.serial, '')
                       or exists (select 1 from proof_decision a
                                   where a.proof = proof.id and a.state = 'ACCEPTED'
                                     and a.for_serial = coalesce(r.serial, ''))));

insert into proof_hold (matter, matter_name, proof, kind, revision, held, about, acceptance, held_at)
select r.id, r.request_number, p.id, p.kind, p.revision, true, coalesce(r.serial, ''), a.state, r.changed_at
  from replacement_request r
  join proof p on p.owner = r.case_id and p.held
  left join proof_decision a
    on a.proof = p.id and a.for_serial = coalesce(r.serial, '') and a.state = 'ACCEPTED'
 where (r.state <> 'WITHDRAWN' or exists (select 1 from replacement_decision d where d.request_id = r.id))
   and (a.proof is not null or p.declared_for = coalesce(r.serial, ''));
