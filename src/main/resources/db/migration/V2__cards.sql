-- The register, the ledger, the replacement stock and imports.

create table card (
    id            uuid primary key,
    serial        varchar(32) not null,
    serial_folded varchar(32) not null,
    kind          varchar(24) not null,
    form          varchar(12) not null,
    region        varchar(2)  not null,
    unit          varchar(80) not null,
    retailer      varchar(120),
    state         varchar(16) not null,
    void_reason   varchar(24),
    activated_at  timestamp with time zone,
    face_value    bigint      not null,
    expiry        date,
    replaced_by   uuid,
    constraint card_serial_once unique (serial),
    constraint card_replaces_one unique (replaced_by),
    constraint card_replaced_by_card foreign key (replaced_by) references card (id),
    constraint card_not_its_own_replacement check (replaced_by <> id),
    constraint card_serial_form check (char_length(serial) >= 4 and serial not like 'X%'),
    constraint card_kind_known check (kind in
        ('APP_STORE_ITUNES', 'APPLE_MUSIC', 'APPLE_STORE', 'APPLE_GIFT_CARD', 'CONTENT_CODE', 'TOP_UP_CHINA')),
    constraint card_form_known check (form in ('PHYSICAL', 'DIGITAL')),
    constraint card_state_known check (state in ('NOT_ACTIVATED', 'ACTIVE', 'LINKED', 'VOIDED', 'REPLACED')),
    constraint card_void_has_reason check ((state = 'VOIDED') = (void_reason is not null)),
    constraint card_replaced_has_replacement check ((state = 'REPLACED') = (replaced_by is not null)),
    constraint card_activation check (state = 'VOIDED' or (state = 'NOT_ACTIVATED') = (activated_at is null)),
    constraint card_unit_of_kind check ((kind = 'CONTENT_CODE') = (unit like 'item:%')),
    constraint card_expiry_of_kind check (expiry is null or kind = 'CONTENT_CODE'),
    constraint card_face_value_positive check (face_value > 0)
);

create index card_look_alike on card (serial_folded, serial);

create table card_change (
    id         uuid primary key,
    card_id    uuid        not null references card (id),
    at         timestamp with time zone not null,
    by_person  uuid        not null,
    from_state varchar(16),
    to_state   varchar(16) not null,
    reason     varchar(40)
);

create index card_change_of_card on card_change (card_id, at);

comment on table card_change is 'append-only: every state a card has had';

-- The balance of a card is what was credited less what was debited; the column repeats it so that a guarded update can
-- refuse to overdraw. The accounts on the other side are one for each kind and unit and repeat nothing: a balance
-- there would be a row on which every act waits.
create table ledger_account (
    id      uuid primary key,
    unit    varchar(80)  not null,
    kind    varchar(12)  not null,
    card_id uuid,
    system_key varchar(100),
    balance bigint,
    constraint ledger_account_unit unique (id, unit),
    constraint ledger_account_of_card unique (card_id),
    constraint ledger_account_system_once unique (system_key),
    constraint ledger_account_card foreign key (card_id) references card (id),
    constraint ledger_account_kind_known check (kind in ('CARD', 'ISSUER', 'SPENT', 'LINKED')),
    constraint ledger_account_card_has_card check ((kind = 'CARD') = (card_id is not null)),
    constraint ledger_account_system_has_key check ((kind = 'CARD') = (system_key is null)),
    constraint ledger_account_card_has_balance check ((kind = 'CARD') = (balance is not null)),
    constraint ledger_account_never_negative check (balance is null or balance >= 0)
);

create table ledger_entry (
    id        uuid primary key,
    at        timestamp with time zone not null,
    booked_at timestamp with time zone not null,
    debit     uuid        not null,
    credit    uuid        not null,
    unit      varchar(80) not null,
    amount    bigint      not null,
    kind      varchar(16) not null,
    reference uuid,
    actor     uuid        not null,
    constraint ledger_entry_debit foreign key (debit, unit) references ledger_account (id, unit),
    constraint ledger_entry_credit foreign key (credit, unit) references ledger_account (id, unit),
    constraint ledger_entry_two_sides check (debit <> credit),
    constraint ledger_entry_amount_positive check (amount > 0),
    constraint ledger_entry_kind_known check (kind in ('ACTIVATION', 'SPENDING', 'LINKING', 'REPLACEMENT'))
);

create index ledger_entry_of_debit on ledger_entry (debit, at);
create index ledger_entry_of_credit on ledger_entry (credit, at);

comment on table ledger_entry is 'append-only: every movement of a balance';

-- Redemption codes are encrypted; key_id names the key that opens them.
create table replacement_stock (
    id          uuid primary key,
    serial      varchar(32) not null,
    kind        varchar(24) not null,
    form        varchar(12) not null,
    region      varchar(2)  not null,
    unit        varchar(80) not null,
    expiry      date,
    code_sealed bytea       not null,
    key_id      varchar(16) not null,
    state       varchar(12) not null,
    arrived_at  timestamp with time zone not null,
    taken_at    timestamp with time zone,
    issued_as   uuid,
    constraint replacement_stock_serial_once unique (serial),
    constraint replacement_stock_issued_once unique (issued_as),
    constraint replacement_stock_issued_as_card foreign key (issued_as) references card (id),
    constraint replacement_stock_state_known check (state in ('AVAILABLE', 'TAKEN')),
    constraint replacement_stock_taken check
        ((state = 'TAKEN') = (issued_as is not null) and (state = 'TAKEN') = (taken_at is not null)),
    constraint replacement_stock_unit_of_kind check ((kind = 'CONTENT_CODE') = (unit like 'item:%')),
    constraint replacement_stock_expiry_of_kind check (expiry is null or kind = 'CONTENT_CODE')
);

create index replacement_stock_to_take on replacement_stock (unit, region, kind, form, state, id);

create table import_run (
    id          uuid primary key,
    file_name   varchar(120) not null,
    content     varchar(8),
    state       varchar(12)  not null,
    problem     varchar(24),
    started_at  timestamp with time zone not null,
    started_by  uuid         not null,
    updated_at  timestamp with time zone not null,
    finished_at timestamp with time zone,
    bytes_total bigint       not null,
    bytes_read  bigint       not null,
    accepted    bigint       not null,
    refused     bigint       not null,
    cancel_asked boolean     not null,
    constraint import_run_content_known check (content is null or content in ('CARDS', 'STOCK')),
    constraint import_run_state_known check (state in ('WAITING', 'RUNNING', 'DONE', 'CANCELLED', 'FAILED')),
    constraint import_run_finished check
        ((state in ('DONE', 'CANCELLED', 'FAILED')) = (finished_at is not null))
);

create index import_run_newest on import_run (started_at);

-- What a refused row gave is kept only where it cannot be a redemption code.
create table import_refusal (
    run_id      uuid        not null references import_run (id),
    line        bigint      not null,
    reason      varchar(24) not null,
    column_name varchar(24),
    cell        varchar(80),
    primary key (run_id, line)
);
