-- A redemption code is mailed to the address that was decided on. Another address, or the same one oftener than may be,
-- is a request of its own, decided by somebody who had no hand in the replacement. Address and words stand here sealed.
create table code_address_request (
    id                uuid primary key,
    replacement_id    uuid not null,
    request_id        uuid not null,
    replaced_for      uuid not null,
    case_id           uuid not null,
    case_number       varchar(20) not null,
    kind              varchar(12) not null,
    address           varchar(3000) not null,
    words             varchar(9000) not null,
    state             varchar(12) not null,
    requested_by      uuid not null,
    requested_at      timestamp with time zone not null,
    closed_at         timestamp with time zone,
    version           bigint not null,
    live_replacement  uuid,
    constraint code_address_request_replacement foreign key (replacement_id) references replacement (id),
    constraint code_address_request_of_request foreign key (request_id, replaced_for)
        references replacement_request (id, requested_by),
    constraint code_address_request_people unique (id, requested_by, replaced_for),
    constraint code_address_request_live_once unique (live_replacement),
    constraint code_address_request_kind_known check (kind in ('ELSEWHERE', 'ONCE_MORE')),
    constraint code_address_request_state_known
        check (state in ('ASKED', 'APPROVED', 'REFUSED', 'WITHDRAWN', 'SUPERSEDED')),
    constraint code_address_request_closed check ((state = 'ASKED') = (closed_at is null)),
    constraint code_address_request_live_by_state check
        ((state = 'ASKED' and live_replacement is not distinct from replacement_id)
            or (state <> 'ASKED' and live_replacement is null))
);
create index code_address_request_of_replacement on code_address_request (replacement_id, requested_at);
create index code_address_request_by_state on code_address_request (state, requested_at);
comment on table code_address_request is
    'A request to send a code to another address, or once more; replaced_for made the request for the replacement';

create table code_address_decision (
    address_request_id  uuid primary key,
    requested_by        uuid not null,
    replaced_for        uuid not null,
    decided_by          uuid not null,
    outcome             varchar(12) not null,
    words               varchar(9000),
    decided_at          timestamp with time zone not null,
    constraint code_address_decision_request foreign key (address_request_id, requested_by, replaced_for)
        references code_address_request (id, requested_by, replaced_for),
    constraint code_address_decision_by_someone_else check (decided_by <> requested_by),
    constraint code_address_decision_by_no_requester check (decided_by <> replaced_for),
    constraint code_address_decision_outcome_known check (outcome in ('APPROVED', 'REFUSED')),
    constraint code_address_decision_reasoned check (outcome = 'APPROVED' or words is not null)
);
comment on table code_address_decision is
    'append-only: what a second person decided; those who asked are repeated so that a check can compare';

create index letter_of_replacement on letter (replacement_id, created_at);
