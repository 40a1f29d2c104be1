-- An import that brings money is read through, shown to a second person with its totals, and taken only once they have
-- confirmed it. That it is not the person who gave the file is refused here as well.
alter table import_run add column needs_second boolean default false not null;
alter table import_run add column decided_by uuid;
alter table import_run add column decided_at timestamp with time zone;
alter table import_run add column decided_words varchar(2000);
alter table import_run drop constraint import_run_state_known;
alter table import_run add constraint import_run_state_known check
    (state in ('WAITING', 'RUNNING', 'UNCONFIRMED', 'DONE', 'CANCELLED', 'REFUSED', 'EXPIRED', 'FAILED'));
alter table import_run drop constraint import_run_finished;
alter table import_run add constraint import_run_finished check
    ((state in ('DONE', 'CANCELLED', 'REFUSED', 'EXPIRED', 'FAILED')) = (finished_at is not null));
alter table import_run add constraint import_run_decided_once check ((decided_by is null) = (decided_at is null));
alter table import_run add constraint import_run_second_person check (decided_by is null or decided_by <> started_by);
alter table import_run add constraint import_run_refused_by_somebody check
    (state <> 'REFUSED' or (decided_by is not null and decided_words is not null));
alter table import_run add constraint import_run_waits_for_second check
    (not needs_second or decided_by is not null or state in ('UNCONFIRMED', 'CANCELLED', 'EXPIRED', 'FAILED'));
create index import_run_by_state on import_run (state);

-- What an import that waits would bring; without a balance for replacement stock, which has none until it is issued.
create table import_total (
    run_id  uuid        not null references import_run (id),
    unit    varchar(80) not null,
    cards   bigint      not null,
    balance bigint,
    primary key (run_id, unit)
);

-- The files that wait, sealed: they may hold redemption codes. Gone once they were imported or never will be.
create table import_content (
    run_id         uuid        not null references import_run (id),
    part           integer     not null,
    content_sealed bytea       not null,
    key_id         varchar(16) not null,
    primary key (run_id, part)
);
create index import_content_by_key on import_content (key_id, run_id, part);
