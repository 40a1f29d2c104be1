-- Requests for a replacement, the decisions on them and what was issued. What must never happen is refused here as well
-- as in the application: a second live request for a card, a decision by the requester, a second replacement.

create table replacement_request (
    id              uuid primary key,
    request_number  varchar(20) not null,
    case_id         uuid not null,
    case_number     varchar(20) not null,
    card_id         uuid,
    serial          varchar(32),
    customer_id     uuid,
    kind            varchar(20) not null,
    rule            varchar(60) not null,
    outcome         varchar(40) not null,
    unit            varchar(80),
    amount          bigint,
    flags           varchar(200) not null,
    words           varchar(2000),
    answer          varchar(2000),
    state           varchar(20) not null,
    basis           varchar(20),
    waiting_for     varchar(200),
    requested_by    uuid not null,
    requested_at    timestamp with time zone not null,
    changed_at      timestamp with time zone not null,
    version         bigint not null,
    live_card       uuid,
    live_case       uuid,
    constraint replacement_request_number_unique unique (request_number),
    constraint replacement_request_live_card_unique unique (live_card),
    constraint replacement_request_live_case_unique unique (live_case),
    constraint replacement_request_requester_unique unique (id, requested_by),
    constraint replacement_request_kind_known check (kind in ('REPLACEMENT', 'REFERRAL')),
    constraint replacement_request_state_known check
        (state in ('PENDING', 'RETURNED', 'WAITING_FOR_STOCK', 'ISSUED', 'REFUSED', 'WITHDRAWN')),
    constraint replacement_request_basis_known check (basis is null or basis in ('WITHIN_LIMIT', 'DECIDED')),
    constraint replacement_request_basis_by_state check
        ((state in ('WAITING_FOR_STOCK', 'ISSUED') and basis is not null)
            or (state in ('PENDING', 'RETURNED', 'REFUSED', 'WITHDRAWN') and basis is null)),
    constraint replacement_request_within_limit_is_plain check
        (basis is null or basis <> 'WITHIN_LIMIT' or (kind = 'REPLACEMENT' and flags = '')),
    constraint replacement_request_amount_with_unit check
        ((unit is null and amount is null) or (unit is not null and amount is not null and amount >= 0)),
    constraint replacement_request_replacement_has_amount check
        (kind <> 'REPLACEMENT' or (card_id is not null and amount is not null and amount > 0)),
    constraint replacement_request_issued_has_card check
        (state not in ('WAITING_FOR_STOCK', 'ISSUED') or card_id is not null),
    constraint replacement_request_live_card_by_state check
        ((state in ('PENDING', 'RETURNED', 'WAITING_FOR_STOCK', 'ISSUED') and live_card is not distinct from card_id)
            or (state in ('REFUSED', 'WITHDRAWN') and live_card is null)),
    constraint replacement_request_live_case_by_state check
        ((state in ('PENDING', 'RETURNED', 'WAITING_FOR_STOCK') and live_case is not distinct from case_id)
            or (state in ('ISSUED', 'REFUSED', 'WITHDRAWN') and live_case is null))
);
create index replacement_request_by_state on replacement_request (state, requested_at, id);
create index replacement_request_by_case on replacement_request (case_id, requested_at);
comment on table replacement_request is
    'A request for a replacement; live_card and live_case hold the place of the one request a card or case may have';

create table replacement_request_counter (
    counted_year  integer primary key,
    last_number   integer not null
);

create table replacement_decision (
    id            uuid primary key,
    request_id    uuid not null,
    requested_by  uuid not null,
    decided_by    uuid not null,
    outcome       varchar(20) not null,
    reason        varchar(2000),
    decided_at    timestamp with time zone not null,
    constraint replacement_decision_request_fk foreign key (request_id, requested_by)
        references replacement_request (id, requested_by),
    constraint replacement_decision_by_someone_else check (decided_by <> requested_by),
    constraint replacement_decision_outcome_known check (outcome in ('APPROVED', 'RETURNED', 'REFUSED')),
    constraint replacement_decision_reasoned check (outcome = 'APPROVED' or reason is not null)
);
create index replacement_decision_by_request on replacement_decision (request_id, decided_at);
create index replacement_decision_by_time on replacement_decision (decided_at);
comment on table replacement_decision is
    'append-only: what someone other than the requester decided; requested_by is repeated so that a check can compare';

create table replacement (
    id            uuid primary key,
    request_id    uuid not null references replacement_request (id),
    case_id       uuid not null,
    case_number   varchar(20) not null,
    customer_id   uuid,
    old_card      uuid not null,
    new_card      uuid not null,
    old_serial    varchar(32) not null,
    new_serial    varchar(32) not null,
    unit          varchar(80) not null,
    amount        bigint not null check (amount > 0),
    basis         varchar(20) not null check (basis in ('WITHIN_LIMIT', 'DECIDED')),
    requested_by  uuid not null,
    issued_at     timestamp with time zone not null,
    constraint replacement_request_once unique (request_id),
    constraint replacement_old_card_once unique (old_card),
    constraint replacement_new_card_once unique (new_card),
    constraint replacement_of_another_card check (old_card <> new_card)
);
create index replacement_by_customer on replacement (customer_id, issued_at);
create index replacement_by_basis on replacement (basis, issued_at);
comment on table replacement is 'append-only: which card was issued for which, and on what basis';

-- One row for each customer who has asked, held while the risk signals of a request are read: two requests for one
-- customer at the same moment must see each other.
create table replacement_customer (
    customer_id  uuid primary key
);

create table idempotency (
    request_key   varchar(100) primary key,
    operation     varchar(40) not null,
    content_hash  char(64) not null,
    answer        varchar(100),
    made_by       uuid not null,
    made_at       timestamp with time zone not null
);
comment on table idempotency is 'What was answered to a key, so that asking twice changes nothing twice';
