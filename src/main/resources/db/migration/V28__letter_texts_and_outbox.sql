-- What a letter says, whom it goes to and what became of it. Text and address are personal and stand here sealed; a
-- redemption code never does: a mark holds its place until the letter is handed to the mail server.
alter table letter drop constraint letter_kind_known;
alter table letter drop constraint letter_state_known;
alter table letter drop constraint letter_issued_has_replacement;
alter table letter drop constraint letter_replacement_once;
alter table letter alter column request_id drop not null;
alter table letter add column case_number varchar(20);
alter table letter add column new_card uuid;
alter table letter add column subject varchar(3000);
alter table letter add column body varchar(30000);
alter table letter add column address varchar(3000);
alter table letter add column edited boolean default false not null;
alter table letter add column written_by uuid;
alter table letter add column again_of uuid;
alter table letter add column first_of uuid;
alter table letter add column attempts integer default 0 not null;
alter table letter add column due_at timestamp with time zone;
alter table letter add column lease_owner uuid;
alter table letter add column lease_until timestamp with time zone;
alter table letter add column problem varchar(30);
alter table letter add column ended_at timestamp with time zone;
update letter set due_at = created_at, first_of = replacement_id,
    case_number = (select 'C-' || c.case_year || '-'
        || lpad(cast(c.case_sequence as varchar), greatest(6, char_length(cast(c.case_sequence as varchar))), '0')
        from support_case c where c.id = letter.case_id),
    new_card = (select r.new_card from replacement r where r.id = letter.replacement_id);
alter table letter alter column case_number set not null;
alter table letter add constraint letter_state_known
    check (state in ('WAITING', 'SENDING', 'SENT', 'FAILED', 'BOUNCED', 'PRINTED'));
alter table letter add constraint letter_issued_has_replacement
    check ((kind = 'REPLACEMENT_ISSUED') = (replacement_id is not null));
alter table letter add constraint letter_code_is_never_printed
    check (kind <> 'REPLACEMENT_ISSUED' or state <> 'PRINTED');
alter table letter add constraint letter_leased_while_sending
    check ((state = 'SENDING') = (lease_owner is not null) and (state = 'SENDING') = (lease_until is not null));
-- Of a replacement there is one letter; whatever goes out once more names the one it repeats.
alter table letter add constraint letter_first_once unique (first_of);
alter table letter add constraint letter_again_or_first
    check (replacement_id is null
        or (again_of is null and first_of = replacement_id) or (again_of is not null and first_of is null));
create index letter_by_due on letter (state, due_at);
create index letter_by_created on letter (created_at, id);

create table letter_template (
    id          uuid primary key,
    kind        varchar(40) not null,
    language    varchar(5) not null,
    version     integer not null,
    subject     varchar(200) not null,
    body        varchar(4000) not null,
    written_by  uuid not null,
    written_at  timestamp with time zone not null,
    constraint letter_template_version unique (kind, language, version)
);
comment on table letter_template is 'append-only: what supervisors made of the letters Carddesk comes with';
