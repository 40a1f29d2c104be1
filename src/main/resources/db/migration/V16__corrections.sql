-- Corrections of what stands on a card: new entries, asked for by one supervisor and confirmed by another.

alter table ledger_account drop constraint ledger_account_kind_known;
alter table ledger_account add constraint ledger_account_kind_known
    check (kind in ('CARD', 'ISSUER', 'SPENT', 'LINKED', 'CORRECTION'));

create table card_correction (
    id             uuid primary key,
    card_id        uuid not null,
    kind           varchar(16) not null,
    unit           varchar(80) not null,
    balance_before bigint not null,
    balance_after  bigint not null,
    entry_id       uuid,
    reason         varchar(32) not null,
    words          varchar(2000) not null,
    state          varchar(12) not null,
    asked_by       uuid not null,
    asked_at       timestamp with time zone not null,
    closed_by      uuid,
    closed_at      timestamp with time zone,
    closing_words  varchar(2000),
    live_card      uuid,
    constraint card_correction_card foreign key (card_id) references card (id),
    constraint card_correction_entry foreign key (entry_id) references ledger_entry (id),
    constraint card_correction_live_card_once unique (live_card),
    constraint card_correction_asker_once unique (id, asked_by),
    constraint card_correction_kind_known check (kind in ('ACTIVATION', 'BALANCE', 'REVERSAL')),
    constraint card_correction_state_known check (state in ('ASKED', 'CONFIRMED', 'REFUSED', 'WITHDRAWN')),
    constraint card_correction_never_negative check (balance_before >= 0 and balance_after >= 0),
    constraint card_correction_changes_something check (balance_before <> balance_after),
    constraint card_correction_reversal_names_entry check ((kind = 'REVERSAL') = (entry_id is not null)),
    constraint card_correction_closed check
        ((state = 'ASKED') = (closed_by is null) and (state = 'ASKED') = (closed_at is null)),
    constraint card_correction_second_person check
        (state not in ('CONFIRMED', 'REFUSED') or closed_by <> asked_by),
    constraint card_correction_withdrawn_by_asker check (state <> 'WITHDRAWN' or closed_by = asked_by),
    constraint card_correction_refusal_reasoned check (state <> 'REFUSED' or closing_words is not null),
    constraint card_correction_live_card_by_state check
        ((state = 'ASKED' and live_card is not distinct from card_id) or (state <> 'ASKED' and live_card is null))
);
create index card_correction_of_card on card_correction (card_id, asked_at);
create index card_correction_by_state on card_correction (state, asked_at);
comment on table card_correction is
    'A correction of a card''s balance; live_card holds the place of the one correction of a card that may wait';

create table card_correction_confirmation (
    correction_id uuid primary key,
    asked_by      uuid not null,
    confirmed_by  uuid not null,
    confirmed_at  timestamp with time zone not null,
    reverses      uuid,
    constraint card_correction_confirmation_asked foreign key (correction_id, asked_by)
        references card_correction (id, asked_by),
    constraint card_correction_confirmation_by_someone_else check (confirmed_by <> asked_by),
    constraint card_correction_confirmation_entry foreign key (reverses) references ledger_entry (id),
    constraint card_correction_confirmation_reverses_once unique (reverses)
);
comment on table card_correction_confirmation is
    'append-only: the second person behind each correction; asked_by is repeated so that a check can compare';

alter table ledger_entry drop constraint ledger_entry_kind_known;
alter table ledger_entry add constraint ledger_entry_kind_known
    check (kind in ('ACTIVATION', 'SPENDING', 'LINKING', 'REPLACEMENT', 'CORRECTION', 'REVERSAL'));
alter table ledger_entry add column correction uuid;
alter table ledger_entry add constraint ledger_entry_correction_once unique (correction);
alter table ledger_entry add constraint ledger_entry_correction_confirmed
    foreign key (correction) references card_correction_confirmation (correction_id);
alter table ledger_entry add constraint ledger_entry_correction_has_two_people
    check (kind not in ('CORRECTION', 'REVERSAL') or correction is not null);
