-- What does not fit in a case is a reason for a second pair of eyes, and stands with the request and the decision.
alter table replacement_request alter column flags set data type varchar(600);
alter table replacement_decision add column flags varchar(600) default '' not null;
comment on column replacement_decision.flags is 'what stood against the request when it was decided on';

-- Of what nobody decided on, a share is drawn to be looked at afterwards.
alter table replacement add column sampled boolean default false not null;

-- Whether an installed reader looked for print on a page. What was taken in before was looked at by people.
alter table proof_page add column print_sought boolean default false not null;

-- Who imported a card of the stock, and so had its code in their hands. Imports run one after another, so the run that
-- was going on when it arrived is its own.
alter table replacement_stock add column brought_by uuid;
update replacement_stock set brought_by =
    cast((select max(cast(r.started_by as varchar(36))) from import_run r
      where r.content = 'STOCK' and replacement_stock.arrived_at >= r.started_at
        and (r.finished_at is null or replacement_stock.arrived_at <= r.finished_at)) as uuid)
 where exists (select 1 from import_run r where r.content = 'STOCK');
