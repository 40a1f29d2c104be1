-- Customers are known by what they write or call from; either may be missing, neither may belong to two records.
create table customer (
    id uuid primary key,
    name varchar(200),
    name_key varchar(200),
    email varchar(254),
    email_key varchar(254),
    phone varchar(20),
    language varchar(2),
    created_at timestamp with time zone not null,
    constraint customer_email unique (email_key),
    constraint customer_phone unique (phone),
    constraint customer_email_has_key check ((email is null) = (email_key is null)),
    constraint customer_language check (language in ('EN', 'SV', 'NB', 'DA'))
);
create index customer_name on customer (name_key);

-- The last number given to a case in each year. Its row is locked while a number is taken.
create table case_counter (
    case_year integer primary key,
    last_sequence integer not null
);

-- A fact is null until somebody said it.
create table support_case (
    id uuid primary key,
    case_year integer not null,
    case_sequence integer not null,
    state varchar(32) not null,
    problem varchar(32),
    tried_at varchar(32),
    tried_in varchar(2),
    account_region varchar(2),
    active_membership boolean,
    first_reported date,
    linked_account varchar(16),
    risk_passed boolean,
    purchase_date date,
    purchase_country varchar(2),
    retailer varchar(200),
    purchase_amount bigint,
    purchase_currency varchar(3),
    card_id uuid,
    serial varchar(32),
    customer_id uuid,
    assignee uuid,
    call_back date,
    opened_at timestamp with time zone not null,
    opened_by uuid not null,
    changed_at timestamp with time zone not null,
    constraint support_case_number unique (case_year, case_sequence),
    constraint support_case_card foreign key (card_id) references card (id),
    constraint support_case_customer foreign key (customer_id) references customer (id),
    constraint support_case_state check (state in ('OPEN', 'WAITING_FOR_CUSTOMER', 'WAITING_FOR_RETAILER',
        'WAITING_FOR_REVIEW', 'SOLVED', 'CLOSED_WITHOUT_SOLUTION')),
    constraint support_case_amount check (purchase_amount >= 0),
    constraint support_case_amount_unit check ((purchase_amount is null) = (purchase_currency is null)),
    constraint support_case_card_serial check (card_id is null or serial is not null)
);
create index support_case_by_card on support_case (card_id);
create index support_case_by_serial on support_case (serial);
create index support_case_by_customer on support_case (customer_id);
create index support_case_by_state on support_case (state, changed_at);
create index support_case_by_assignee on support_case (assignee, changed_at);
create index support_case_by_opener on support_case (opened_by, changed_at);
create index support_case_by_change on support_case (changed_at);

-- What was tried with the customer, once for each step; the rules read from here what was already done.
create table case_step (
    id uuid primary key,
    case_id uuid not null,
    step varchar(40) not null,
    outcome varchar(16) not null,
    by_person uuid not null,
    at_time timestamp with time zone not null,
    constraint case_step_once unique (case_id, step),
    constraint case_step_case foreign key (case_id) references support_case (id),
    constraint case_step_outcome check (outcome in ('HELPED', 'DID_NOT_HELP', 'NOT_POSSIBLE'))
);

create table case_timeline (
    id uuid primary key,
    case_id uuid not null,
    kind varchar(60) not null,
    field varchar(40),
    before_value varchar(2000),
    after_value varchar(2000),
    note varchar(4000),
    by_person uuid not null,
    at_time timestamp with time zone not null,
    constraint case_timeline_case foreign key (case_id) references support_case (id)
);
create index case_timeline_story on case_timeline (case_id, at_time, id);
comment on table case_timeline is 'append-only: the story of a case is told once and never rewritten';

-- What somebody is typing: no version and no story, only so that a lost session loses no work.
create table case_draft (
    case_id uuid not null,
    person_id uuid not null,
    field varchar(40) not null,
    draft_value varchar(4000) not null,
    at_time timestamp with time zone not null,
    primary key (case_id, person_id, field),
    constraint case_draft_case foreign key (case_id) references support_case (id)
);
