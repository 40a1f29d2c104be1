-- How many cards of an import that waits replace a card there is: they take over its balance, whatever is left on them.
alter table import_total add column replacing bigint default 0 not null;
