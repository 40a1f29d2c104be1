-- Letters to customers. A letter holds no text yet and never a redemption code: that is put in when it is sent.

create table letter (
    id              uuid primary key,
    case_id         uuid not null,
    kind            varchar(40) not null,
    language        varchar(5) not null,
    customer_id     uuid,
    request_id      uuid not null,
    replacement_id  uuid,
    state           varchar(20) not null,
    created_at      timestamp with time zone not null,
    constraint letter_kind_known check (kind in ('REPLACEMENT_ISSUED', 'REQUEST_REFUSED')),
    constraint letter_language_known check (language in ('EN', 'SV', 'NB', 'DA')),
    constraint letter_state_known check (state in ('WAITING')),
    constraint letter_issued_has_replacement check ((kind = 'REPLACEMENT_ISSUED') = (replacement_id is not null)),
    constraint letter_replacement_once unique (replacement_id)
);
create index letter_by_case on letter (case_id, created_at);
comment on table letter is 'A letter to a customer; it holds neither text nor code until it is sent';
