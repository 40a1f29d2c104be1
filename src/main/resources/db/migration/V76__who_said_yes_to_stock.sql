-- Who confirmed the import of a card of the stock: issuing passes it over for them as for whoever gave the file. Imports
-- run one after another, so the confirmed run that was going on when it arrived is its own.
alter table replacement_stock add column confirmed_by uuid;
update replacement_stock set confirmed_by =
    cast((select max(cast(r.decided_by as varchar(36))) from import_run r
      where r.content = 'STOCK' and r.decided_by is not null and r.started_by = replacement_stock.brought_by
        and replacement_stock.arrived_at >= r.decided_at
        and (r.finished_at is null or replacement_stock.arrived_at <= r.finished_at)) as uuid)
 where exists (select 1 from import_run r where r.content = 'STOCK' and r.decided_by is not null);

-- The cards whose balance an import that waits would take over, as far as they can be read through before a yes.
create table import_replaced (
    run_id  uuid        not null references import_run (id),
    serial  varchar(32) not null,
    primary key (run_id, serial)
);
